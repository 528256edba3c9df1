/** Decisions as Word files. */
@NullMarked
package opencadre.personnel.decision.word;

import org.jspecify.annotations.NullMarked;
