/** What training publishes, taken over into the copy; nobody else writes it. */
@NullMarked
package opencadre.planning.replica.training;

import org.jspecify.annotations.NullMarked;
