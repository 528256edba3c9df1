/** Programmes and what they count, in the database. */
@NullMarked
package opencadre.planning.programme.data;

import org.jspecify.annotations.NullMarked;
