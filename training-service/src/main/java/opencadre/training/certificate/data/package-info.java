/** Certificates in the database. */
@NullMarked
package opencadre.training.certificate.data;

import org.jspecify.annotations.NullMarked;
