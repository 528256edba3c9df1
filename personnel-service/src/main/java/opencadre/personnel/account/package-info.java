/** Accounts and their grants: given here, replicated everywhere. */
@NullMarked
package opencadre.personnel.account;

import org.jspecify.annotations.NullMarked;
