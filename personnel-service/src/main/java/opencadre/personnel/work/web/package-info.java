/** What waits, over HTTP. */
@NullMarked
package opencadre.personnel.work.web;

import org.jspecify.annotations.NullMarked;
