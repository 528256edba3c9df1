/** Seats as planning sees them: who holds them, until when, and who is planned. */
@NullMarked
package opencadre.planning.seat;

import org.jspecify.annotations.NullMarked;
