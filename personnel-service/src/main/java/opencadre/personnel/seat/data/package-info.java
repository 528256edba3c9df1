/** Titles and seats in the database. */
@NullMarked
package opencadre.personnel.seat.data;

import org.jspecify.annotations.NullMarked;
