/** Procedures in the database. */
@NullMarked
package opencadre.planning.procedure.data;

import org.jspecify.annotations.NullMarked;
