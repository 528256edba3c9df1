/** What waits, in the database. */
@NullMarked
package opencadre.planning.work.data;

import org.jspecify.annotations.NullMarked;
