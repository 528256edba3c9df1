/** What personnel takes from training: certificates, for the dossier and its forms. */
@NullMarked
package opencadre.personnel.replica.training;

import org.jspecify.annotations.NullMarked;
