/** Declarations over HTTP. */
@NullMarked
package opencadre.personnel.declaration.web;

import org.jspecify.annotations.NullMarked;
