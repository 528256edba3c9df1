/** Titles, and the seats that bear them: posts that exist whether or not somebody holds them. */
@NullMarked
package opencadre.personnel.seat;

import org.jspecify.annotations.NullMarked;
