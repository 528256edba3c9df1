/** Certificates as others receive them. */
@NullMarked
package opencadre.training.certificate.messaging;

import org.jspecify.annotations.NullMarked;
