/** Templates over HTTP. */
@NullMarked
package opencadre.personnel.template.web;

import org.jspecify.annotations.NullMarked;
