/** Reorganisations as others receive them. */
@NullMarked
package opencadre.personnel.reorganisation.messaging;

import org.jspecify.annotations.NullMarked;
