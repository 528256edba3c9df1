/** Who may be put into a seat, and into a plan: pure functions that answer with the article. */
@NullMarked
package opencadre.planning.eligibility.rule;

import org.jspecify.annotations.NullMarked;
