/** Certificates and what waits for somebody, over HTTP. */
@NullMarked
package opencadre.training.certificate.web;

import org.jspecify.annotations.NullMarked;
