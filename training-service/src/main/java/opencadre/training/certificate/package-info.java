/** Certificates: entered by one person, counting once another has verified them, every belief kept. */
@NullMarked
package opencadre.training.certificate;

import org.jspecify.annotations.NullMarked;
