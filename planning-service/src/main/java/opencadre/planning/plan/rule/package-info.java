/** When an entry is fulfilled and what a change of it must obey: pure functions. */
@NullMarked
package opencadre.planning.plan.rule;

import org.jspecify.annotations.NullMarked;
