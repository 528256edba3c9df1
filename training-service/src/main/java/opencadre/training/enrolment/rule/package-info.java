/** What an enrolment must be: pure functions. */
@NullMarked
package opencadre.training.enrolment.rule;

import org.jspecify.annotations.NullMarked;
