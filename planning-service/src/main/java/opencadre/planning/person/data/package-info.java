/** The copy in the database. */
@NullMarked
package opencadre.planning.person.data;

import org.jspecify.annotations.NullMarked;
