/** Columns of tables that hold JSON. */
@NullMarked
package opencadre.kit.json;

import org.jspecify.annotations.NullMarked;
