/**
 * The real servers (PostgreSQL, Kafka, Keycloak) and the four services as plain processes, for {@code ./run}, for code
 * generation during a build and for tests.
 */
@NullMarked
package opencadre.local;

import org.jspecify.annotations.NullMarked;
