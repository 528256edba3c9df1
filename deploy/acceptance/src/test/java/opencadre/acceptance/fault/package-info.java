/** Runs inside the services: stops them at the moments in which a crash would be worst. */
@NullMarked
package opencadre.acceptance.fault;

import org.jspecify.annotations.NullMarked;
