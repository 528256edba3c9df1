/** What may be decided, by whom and when: pure functions. */
@NullMarked
package opencadre.personnel.decision.rule;

import org.jspecify.annotations.NullMarked;
