/** Plans over HTTP. */
@NullMarked
package opencadre.planning.plan.web;

import org.jspecify.annotations.NullMarked;
