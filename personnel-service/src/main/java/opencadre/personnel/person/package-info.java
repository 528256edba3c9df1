/** People: identity and assignments, every fact with two clocks. */
@NullMarked
package opencadre.personnel.person;

import org.jspecify.annotations.NullMarked;
