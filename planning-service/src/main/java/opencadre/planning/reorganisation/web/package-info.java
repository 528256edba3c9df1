/** What a reorganisation touches, as clients ask for it. */
@NullMarked
package opencadre.planning.reorganisation.web;

import org.jspecify.annotations.NullMarked;
