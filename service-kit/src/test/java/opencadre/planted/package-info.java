/** A service that breaks every rule of the house once, so that each rule is seen red. */
@NullMarked
package opencadre.planted;

import org.jspecify.annotations.NullMarked;
