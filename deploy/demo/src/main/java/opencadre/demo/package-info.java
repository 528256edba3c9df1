/** Fills an empty demo through the public interface, as its officers would by hand. */
@NullMarked
package opencadre.demo;

import org.jspecify.annotations.NullMarked;
