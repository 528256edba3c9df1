/** Reorganisations and what they touch, on jOOQ. */
@NullMarked
package opencadre.planning.reorganisation.data;

import org.jspecify.annotations.NullMarked;
