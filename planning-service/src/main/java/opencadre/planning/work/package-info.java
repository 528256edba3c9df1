/** What waits for somebody here. */
@NullMarked
package opencadre.planning.work;

import org.jspecify.annotations.NullMarked;
