/** Who is sent to study what, and how it ended. */
@NullMarked
package opencadre.training.enrolment;

import org.jspecify.annotations.NullMarked;
