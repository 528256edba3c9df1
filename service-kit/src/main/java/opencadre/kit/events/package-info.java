/** State between services: nothing is lost, nothing has its effect twice. */
@NullMarked
package opencadre.kit.events;

import org.jspecify.annotations.NullMarked;
