/** People in the database. */
@NullMarked
package opencadre.personnel.person.data;

import org.jspecify.annotations.NullMarked;
