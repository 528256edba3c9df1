/** A whole service on real servers, as its integration tests ask it: over HTTP, with tokens of the real Keycloak. */
@NullMarked
package opencadre.kit.service;

import org.jspecify.annotations.NullMarked;
