/** Studies in the database. */
@NullMarked
package opencadre.training.enrolment.data;

import org.jspecify.annotations.NullMarked;
