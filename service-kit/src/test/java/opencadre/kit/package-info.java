/** The kit, held against real servers; what services' tests need of it too. */
@NullMarked
package opencadre.kit;

import org.jspecify.annotations.NullMarked;
