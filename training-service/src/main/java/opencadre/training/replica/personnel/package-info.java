/** What personnel publishes, taken over into the copy; nobody else writes it. */
@NullMarked
package opencadre.training.replica.personnel;

import org.jspecify.annotations.NullMarked;
