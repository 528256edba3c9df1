/** A province that does not exist, of any size, from a seed; and how it gets into the house. */
@NullMarked
package opencadre.benchmark.province;

import org.jspecify.annotations.NullMarked;
