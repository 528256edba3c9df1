/** The facts of a verdict in the database. */
@NullMarked
package opencadre.planning.eligibility.data;

import org.jspecify.annotations.NullMarked;
