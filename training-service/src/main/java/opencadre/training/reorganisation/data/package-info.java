/** Reorganisations and what they touch, on jOOQ. */
@NullMarked
package opencadre.training.reorganisation.data;

import org.jspecify.annotations.NullMarked;
