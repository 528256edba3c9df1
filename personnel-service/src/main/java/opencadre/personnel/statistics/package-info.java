/** How many people there are of what kind, and who they are. */
@NullMarked
package opencadre.personnel.statistics;

import org.jspecify.annotations.NullMarked;
