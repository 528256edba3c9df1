/** How the five-step procedure runs: pure functions over counts and days. */
@NullMarked
package opencadre.planning.procedure.rule;

import org.jspecify.annotations.NullMarked;
