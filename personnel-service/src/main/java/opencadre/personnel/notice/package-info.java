/** Telling an account by mail that work waits for it, where the house sends mail and the account wants it. */
@NullMarked
package opencadre.personnel.notice;

import org.jspecify.annotations.NullMarked;
