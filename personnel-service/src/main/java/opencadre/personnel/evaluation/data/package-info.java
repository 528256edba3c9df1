/** Where evaluations are kept, and the schemes are read from. */
@NullMarked
package opencadre.personnel.evaluation.data;

import org.jspecify.annotations.NullMarked;
