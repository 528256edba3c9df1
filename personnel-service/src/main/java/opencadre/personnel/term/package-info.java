/** Terms of office (nhiệm kỳ) of bodies, on which their elected and designated seats hang. */
@NullMarked
package opencadre.personnel.term;

import org.jspecify.annotations.NullMarked;
