/** CVs as Word files. */
@NullMarked
package opencadre.personnel.cv.word;

import org.jspecify.annotations.NullMarked;
