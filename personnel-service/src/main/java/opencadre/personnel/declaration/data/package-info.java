/** Declarations in PostgreSQL. */
@NullMarked
package opencadre.personnel.declaration.data;

import org.jspecify.annotations.NullMarked;
