/** What the seats of a unit come to: pure functions over them. */
@NullMarked
package opencadre.personnel.staffing.rule;

import org.jspecify.annotations.NullMarked;
