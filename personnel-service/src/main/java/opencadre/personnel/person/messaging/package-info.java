/** People as others receive them. */
@NullMarked
package opencadre.personnel.person.messaging;

import org.jspecify.annotations.NullMarked;
