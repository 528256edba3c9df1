/** Studies as others receive them. */
@NullMarked
package opencadre.training.enrolment.messaging;

import org.jspecify.annotations.NullMarked;
