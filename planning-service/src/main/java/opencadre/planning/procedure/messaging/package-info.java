/** Procedures as others receive them. */
@NullMarked
package opencadre.planning.procedure.messaging;

import org.jspecify.annotations.NullMarked;
