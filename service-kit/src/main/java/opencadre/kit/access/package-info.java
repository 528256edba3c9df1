/** Who may see and do what: the actor of a request, what it reaches, and the two fences over places. */
@NullMarked
package opencadre.kit.access;

import org.jspecify.annotations.NullMarked;
