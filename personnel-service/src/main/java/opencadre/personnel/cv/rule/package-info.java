/** What a CV may say: pure functions. */
@NullMarked
package opencadre.personnel.cv.rule;

import org.jspecify.annotations.NullMarked;
