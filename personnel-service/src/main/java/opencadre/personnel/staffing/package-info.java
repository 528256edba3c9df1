/**
 * How units are staffed (bố trí cán bộ): who heads a unit and how many of its seats are filled, as a box of the
 * organisation chart says it. Nothing is kept here.
 */
@NullMarked
package opencadre.personnel.staffing;

import org.jspecify.annotations.NullMarked;
