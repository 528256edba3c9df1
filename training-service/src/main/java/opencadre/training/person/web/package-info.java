/** People over HTTP. */
@NullMarked
package opencadre.training.person.web;

import org.jspecify.annotations.NullMarked;
