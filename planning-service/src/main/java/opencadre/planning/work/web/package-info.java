/** What waits, over HTTP. */
@NullMarked
package opencadre.planning.work.web;

import org.jspecify.annotations.NullMarked;
