/** What the build refuses. */
@NullMarked
package opencadre.build;

import org.jspecify.annotations.NullMarked;
