/** Extract lists as Word files. */
@NullMarked
package opencadre.personnel.extract.word;

import org.jspecify.annotations.NullMarked;
