/** Who comes next. */
@NullMarked
package opencadre.planning;

import org.jspecify.annotations.NullMarked;
