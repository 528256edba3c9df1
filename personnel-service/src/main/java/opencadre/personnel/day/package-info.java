/** The legal day of a demo, moved ahead by its administrator. */
@NullMarked
package opencadre.personnel.day;

import org.jspecify.annotations.NullMarked;
