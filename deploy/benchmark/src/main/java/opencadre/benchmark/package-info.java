/** Speed as a ratio: the same work done bare, on the same database and broker, in the same run. */
@NullMarked
package opencadre.benchmark;

import org.jspecify.annotations.NullMarked;
