/** What a term of office may be. */
@NullMarked
package opencadre.personnel.term.rule;

import org.jspecify.annotations.NullMarked;
