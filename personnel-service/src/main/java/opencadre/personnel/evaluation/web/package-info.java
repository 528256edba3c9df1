/** Evaluations over HTTP. */
@NullMarked
package opencadre.personnel.evaluation.web;

import org.jspecify.annotations.NullMarked;
