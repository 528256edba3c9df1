/** CVs over HTTP. */
@NullMarked
package opencadre.personnel.imports.web;

import org.jspecify.annotations.NullMarked;
