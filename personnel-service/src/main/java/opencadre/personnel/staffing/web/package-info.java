/** How units are staffed, over HTTP. */
@NullMarked
package opencadre.personnel.staffing.web;

import org.jspecify.annotations.NullMarked;
