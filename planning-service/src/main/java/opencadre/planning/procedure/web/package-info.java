/** Procedures over HTTP. */
@NullMarked
package opencadre.planning.procedure.web;

import org.jspecify.annotations.NullMarked;
