/** What may be recorded of units: pure functions. */
@NullMarked
package opencadre.personnel.unit.rule;

import org.jspecify.annotations.NullMarked;
