/** The one door: login session, routes, limits, headers, and the pages behind it. No business code. */
@NullMarked
package opencadre.gateway;

import org.jspecify.annotations.NullMarked;
