/** People over HTTP. */
@NullMarked
package opencadre.planning.person.web;

import org.jspecify.annotations.NullMarked;
