/** Filters of the list of people (bộ lọc đã lưu) that an account keeps under a name: its own and nobody else's. */
@NullMarked
package opencadre.personnel.savedfilter;

import org.jspecify.annotations.NullMarked;
