/** Verdicts over HTTP. */
@NullMarked
package opencadre.planning.eligibility.web;

import org.jspecify.annotations.NullMarked;
