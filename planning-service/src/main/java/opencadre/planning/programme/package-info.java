/** Target programmes and their figures, reckoned from facts on every reading. */
@NullMarked
package opencadre.planning.programme;

import org.jspecify.annotations.NullMarked;
