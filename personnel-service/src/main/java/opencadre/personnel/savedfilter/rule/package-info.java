/** What may be kept as a filter. */
@NullMarked
package opencadre.personnel.savedfilter.rule;

import org.jspecify.annotations.NullMarked;
