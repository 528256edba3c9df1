/** Templates as Word files. */
@NullMarked
package opencadre.personnel.template.word;

import org.jspecify.annotations.NullMarked;
