/** Decisions: a signed paper, and the posts it gives and ends on its days. */
@NullMarked
package opencadre.personnel.decision;

import org.jspecify.annotations.NullMarked;
