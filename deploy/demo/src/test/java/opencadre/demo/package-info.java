@NullMarked
package opencadre.demo;

import org.jspecify.annotations.NullMarked;
