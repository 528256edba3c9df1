/** What the rules of this service have in common: whose rules apply. */
@NullMarked
package opencadre.planning.law.rule;

import org.jspecify.annotations.NullMarked;
