/** How every service speaks HTTP: problems in two languages, preconditions, cursors, repeated requests. */
@NullMarked
package opencadre.kit.web;

import org.jspecify.annotations.NullMarked;
