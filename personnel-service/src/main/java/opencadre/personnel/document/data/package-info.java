/** Documents on jOOQ, and the kinds of papers from their file. */
@NullMarked
package opencadre.personnel.document.data;

import org.jspecify.annotations.NullMarked;
