/** What personnel takes from planning: conclusions, which become drafts of decisions. */
@NullMarked
package opencadre.personnel.replica.planning;

import org.jspecify.annotations.NullMarked;
