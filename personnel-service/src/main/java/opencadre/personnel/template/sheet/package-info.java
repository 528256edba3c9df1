/** Templates as Excel files. */
@NullMarked
package opencadre.personnel.template.sheet;

import org.jspecify.annotations.NullMarked;
