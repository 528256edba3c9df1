/** Word files from templates that people lay out themselves. */
@NullMarked
package opencadre.kit.word;

import org.jspecify.annotations.NullMarked;
