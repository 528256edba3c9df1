/** What a reorganisation may be, and what it proposes: pure functions. */
@NullMarked
package opencadre.personnel.reorganisation.rule;

import org.jspecify.annotations.NullMarked;
