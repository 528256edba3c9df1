@NullMarked
package opencadre.gateway;

import org.jspecify.annotations.NullMarked;
