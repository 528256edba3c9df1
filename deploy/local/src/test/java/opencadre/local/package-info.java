@NullMarked
package opencadre.local;

import org.jspecify.annotations.NullMarked;
