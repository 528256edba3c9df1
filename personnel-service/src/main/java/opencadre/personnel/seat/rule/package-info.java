/** What a seat allows: pure functions. */
@NullMarked
package opencadre.personnel.seat.rule;

import org.jspecify.annotations.NullMarked;
