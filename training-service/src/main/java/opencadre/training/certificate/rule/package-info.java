/** What a certificate must be and who may decide on it: pure functions. */
@NullMarked
package opencadre.training.certificate.rule;

import org.jspecify.annotations.NullMarked;
