/** Dates of the law: partial dates, periods, the legal day, and facts with two clocks. */
@NullMarked
package opencadre.kit.time;

import org.jspecify.annotations.NullMarked;
