/** The settings over HTTP. */
@NullMarked
package opencadre.planning.preapproval.web;

import org.jspecify.annotations.NullMarked;
