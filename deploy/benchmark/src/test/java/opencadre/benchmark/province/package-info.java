/** Whether a generated province is one that could be. */
@NullMarked
package opencadre.benchmark.province;

import org.jspecify.annotations.NullMarked;
