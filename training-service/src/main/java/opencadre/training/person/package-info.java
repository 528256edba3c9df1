/** People as this service knows them, from its copy of the personnel record. */
@NullMarked
package opencadre.training.person;

import org.jspecify.annotations.NullMarked;
