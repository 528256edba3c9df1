/** Rounds of review, in the database. */
@NullMarked
package opencadre.personnel.review.data;

import org.jspecify.annotations.NullMarked;
