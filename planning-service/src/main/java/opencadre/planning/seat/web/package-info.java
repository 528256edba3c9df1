/** Seats over HTTP. */
@NullMarked
package opencadre.planning.seat.web;

import org.jspecify.annotations.NullMarked;
