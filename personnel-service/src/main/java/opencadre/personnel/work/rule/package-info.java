/** When something is thought of: facts and the law of the day in, a reminder out. */
@NullMarked
package opencadre.personnel.work.rule;

import org.jspecify.annotations.NullMarked;
