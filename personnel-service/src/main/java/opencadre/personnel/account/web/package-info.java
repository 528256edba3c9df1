/** Accounts and grants over HTTP. */
@NullMarked
package opencadre.personnel.account.web;

import org.jspecify.annotations.NullMarked;
