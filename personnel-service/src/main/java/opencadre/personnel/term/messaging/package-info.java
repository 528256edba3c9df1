/** Terms of office as others hear of them. */
@NullMarked
package opencadre.personnel.term.messaging;

import org.jspecify.annotations.NullMarked;
