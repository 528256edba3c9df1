/** Merges on jOOQ. */
@NullMarked
package opencadre.personnel.merge.data;

import org.jspecify.annotations.NullMarked;
