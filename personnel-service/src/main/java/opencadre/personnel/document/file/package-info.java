/** What a file is, by what is in it. */
@NullMarked
package opencadre.personnel.document.file;

import org.jspecify.annotations.NullMarked;
