/** The sheets in which plans and procedures come from workbooks; each line goes through the use case of its page. */
@NullMarked
package opencadre.planning.imports;

import org.jspecify.annotations.NullMarked;
