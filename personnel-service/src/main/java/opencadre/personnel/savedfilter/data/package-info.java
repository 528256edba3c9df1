/** Saved filters on jOOQ. */
@NullMarked
package opencadre.personnel.savedfilter.data;

import org.jspecify.annotations.NullMarked;
