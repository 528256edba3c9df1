/** What a reorganisation of personnel touches in this service. */
@NullMarked
package opencadre.training.reorganisation;

import org.jspecify.annotations.NullMarked;
