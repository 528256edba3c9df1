/** Sessions still to be ended, in the database. */
@NullMarked
package opencadre.personnel.account.data;

import org.jspecify.annotations.NullMarked;
