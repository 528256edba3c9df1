/** What a mode allows. */
@NullMarked
package opencadre.planning.preapproval.rule;

import org.jspecify.annotations.NullMarked;
