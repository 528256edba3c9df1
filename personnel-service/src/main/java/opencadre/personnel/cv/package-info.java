/**
 * The CV (sơ yếu lý lịch): what the official forms ask for beside name, posts and conduct. Its kinds and fields are
 * data, {@code contracts/personnel/cv.json}; one mechanism records, corrects, voids and reads them all.
 */
@NullMarked
package opencadre.personnel.cv;

import org.jspecify.annotations.NullMarked;
