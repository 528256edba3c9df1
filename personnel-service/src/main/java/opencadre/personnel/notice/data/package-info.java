/** Where wishes for notices are kept. */
@NullMarked
package opencadre.personnel.notice.data;

import org.jspecify.annotations.NullMarked;
