/** Statistics out of the database. */
@NullMarked
package opencadre.personnel.statistics.data;

import org.jspecify.annotations.NullMarked;
