/** Verdicts: whether a person may be put into a seat, computed anew each time from the copies. */
@NullMarked
package opencadre.planning.eligibility;

import org.jspecify.annotations.NullMarked;
