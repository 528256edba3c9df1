/** What waits for somebody here. */
@NullMarked
package opencadre.personnel.work;

import org.jspecify.annotations.NullMarked;
