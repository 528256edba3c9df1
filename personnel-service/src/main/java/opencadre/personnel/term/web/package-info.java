/** Terms of office over HTTP. */
@NullMarked
package opencadre.personnel.term.web;

import org.jspecify.annotations.NullMarked;
