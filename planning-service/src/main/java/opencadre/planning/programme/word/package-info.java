/** The report of a programme as a Word file. */
@NullMarked
package opencadre.planning.programme.word;

import org.jspecify.annotations.NullMarked;
