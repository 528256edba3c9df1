/** Grants as others receive them. */
@NullMarked
package opencadre.personnel.account.messaging;

import org.jspecify.annotations.NullMarked;
