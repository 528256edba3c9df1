/** How figures are counted: pure functions over rows. */
@NullMarked
package opencadre.planning.programme.rule;

import org.jspecify.annotations.NullMarked;
