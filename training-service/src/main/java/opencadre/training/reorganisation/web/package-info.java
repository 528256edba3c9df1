/** What a reorganisation touches, as clients ask for it. */
@NullMarked
package opencadre.training.reorganisation.web;

import org.jspecify.annotations.NullMarked;
