/** Programmes and figures over HTTP. */
@NullMarked
package opencadre.planning.programme.web;

import org.jspecify.annotations.NullMarked;
