/** How many people a unit may have (biên chế được giao), as papers give it. */
@NullMarked
package opencadre.personnel.quota;

import org.jspecify.annotations.NullMarked;
