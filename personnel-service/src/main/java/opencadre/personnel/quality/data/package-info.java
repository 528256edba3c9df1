/** Facts of many dossiers at once, out of PostgreSQL. */
@NullMarked
package opencadre.personnel.quality.data;

import org.jspecify.annotations.NullMarked;
