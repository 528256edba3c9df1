/** The copy in the database. */
@NullMarked
package opencadre.training.unit.data;

import org.jspecify.annotations.NullMarked;
