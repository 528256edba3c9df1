/** Documents over HTTP. */
@NullMarked
package opencadre.personnel.document.web;

import org.jspecify.annotations.NullMarked;
