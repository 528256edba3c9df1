/** Titles and seats over HTTP. */
@NullMarked
package opencadre.personnel.seat.web;

import org.jspecify.annotations.NullMarked;
