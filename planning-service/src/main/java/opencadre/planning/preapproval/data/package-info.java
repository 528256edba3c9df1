/** Kept in a table that is only added to. */
@NullMarked
package opencadre.planning.preapproval.data;

import org.jspecify.annotations.NullMarked;
