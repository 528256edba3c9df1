/** Units in the database. */
@NullMarked
package opencadre.personnel.unit.data;

import org.jspecify.annotations.NullMarked;
