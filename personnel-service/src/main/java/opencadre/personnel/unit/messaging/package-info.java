/** Units as others receive them. */
@NullMarked
package opencadre.personnel.unit.messaging;

import org.jspecify.annotations.NullMarked;
