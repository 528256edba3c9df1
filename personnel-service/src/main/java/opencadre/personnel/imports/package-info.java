/** The sheets in which units and people come from workbooks; each line goes through the use case of its page. */
@NullMarked
package opencadre.personnel.imports;

import org.jspecify.annotations.NullMarked;
