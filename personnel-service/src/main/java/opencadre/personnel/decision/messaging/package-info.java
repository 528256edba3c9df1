/** Decisions as others receive them. */
@NullMarked
package opencadre.personnel.decision.messaging;

import org.jspecify.annotations.NullMarked;
