/** The copy in the database. */
@NullMarked
package opencadre.training.person.data;

import org.jspecify.annotations.NullMarked;
