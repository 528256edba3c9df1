/** The wish for notices, over HTTP. */
@NullMarked
package opencadre.personnel.notice.web;

import org.jspecify.annotations.NullMarked;
