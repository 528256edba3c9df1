/** People as this service knows them, from its copy of the personnel record. */
@NullMarked
package opencadre.planning.person;

import org.jspecify.annotations.NullMarked;
