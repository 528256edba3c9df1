/** Where terms of office are kept. */
@NullMarked
package opencadre.personnel.term.data;

import org.jspecify.annotations.NullMarked;
