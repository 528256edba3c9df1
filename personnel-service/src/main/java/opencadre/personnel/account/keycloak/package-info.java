/** The identity provider. */
@NullMarked
package opencadre.personnel.account.keycloak;

import org.jspecify.annotations.NullMarked;
