/** Seats in the database. */
@NullMarked
package opencadre.planning.seat.data;

import org.jspecify.annotations.NullMarked;
