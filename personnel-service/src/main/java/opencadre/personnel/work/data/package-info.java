/** What waits, in the database. */
@NullMarked
package opencadre.personnel.work.data;

import org.jspecify.annotations.NullMarked;
