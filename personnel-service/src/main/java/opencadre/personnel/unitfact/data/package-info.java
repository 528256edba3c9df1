/** Where facts of units are kept. */
@NullMarked
package opencadre.personnel.unitfact.data;

import org.jspecify.annotations.NullMarked;
