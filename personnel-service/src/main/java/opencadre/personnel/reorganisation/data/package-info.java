/** Reorganisations on jOOQ. */
@NullMarked
package opencadre.personnel.reorganisation.data;

import org.jspecify.annotations.NullMarked;
