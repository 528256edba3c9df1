/** Decisions in the database. */
@NullMarked
package opencadre.personnel.decision.data;

import org.jspecify.annotations.NullMarked;
