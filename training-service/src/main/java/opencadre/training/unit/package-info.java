/** The copy of units, for naming them. */
@NullMarked
package opencadre.training.unit;

import org.jspecify.annotations.NullMarked;
