/** Seats as others receive them. */
@NullMarked
package opencadre.personnel.seat.messaging;

import org.jspecify.annotations.NullMarked;
