/** When a seat falls vacant: pure functions. */
@NullMarked
package opencadre.planning.vacancy.rule;

import org.jspecify.annotations.NullMarked;
