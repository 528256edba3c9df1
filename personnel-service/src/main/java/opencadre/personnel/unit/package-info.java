/** Units in several trees over the same land, dated, each change with its legal instrument. */
@NullMarked
package opencadre.personnel.unit;

import org.jspecify.annotations.NullMarked;
