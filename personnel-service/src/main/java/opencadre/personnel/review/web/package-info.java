/** Rounds of review, over HTTP. */
@NullMarked
package opencadre.personnel.review.web;

import org.jspecify.annotations.NullMarked;
