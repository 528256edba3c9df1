/** Plans as others receive them. */
@NullMarked
package opencadre.planning.plan.messaging;

import org.jspecify.annotations.NullMarked;
