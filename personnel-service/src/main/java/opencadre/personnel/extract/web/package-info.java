/** Extract lists over HTTP. */
@NullMarked
package opencadre.personnel.extract.web;

import org.jspecify.annotations.NullMarked;
