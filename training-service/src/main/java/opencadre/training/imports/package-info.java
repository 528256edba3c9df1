/** The sheets in which learning comes from workbooks; each line goes through the use case of its page. */
@NullMarked
package opencadre.training.imports;

import org.jspecify.annotations.NullMarked;
