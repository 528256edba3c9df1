/** Studies over HTTP. */
@NullMarked
package opencadre.training.enrolment.web;

import org.jspecify.annotations.NullMarked;
