/** CVs in PostgreSQL. */
@NullMarked
package opencadre.personnel.cv.data;

import org.jspecify.annotations.NullMarked;
