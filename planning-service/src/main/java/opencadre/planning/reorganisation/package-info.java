/** What a reorganisation of personnel touches in this service. */
@NullMarked
package opencadre.planning.reorganisation;

import org.jspecify.annotations.NullMarked;
