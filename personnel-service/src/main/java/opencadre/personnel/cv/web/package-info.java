/** CVs over HTTP. */
@NullMarked
package opencadre.personnel.cv.web;

import org.jspecify.annotations.NullMarked;
