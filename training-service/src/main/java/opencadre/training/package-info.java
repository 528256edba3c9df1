/** How people learn. */
@NullMarked
package opencadre.training;

import org.jspecify.annotations.NullMarked;
