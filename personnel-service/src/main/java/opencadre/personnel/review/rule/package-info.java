/** When a round is open, when it is late, and what of a dossier holds: pure functions. */
@NullMarked
package opencadre.personnel.review.rule;

import org.jspecify.annotations.NullMarked;
