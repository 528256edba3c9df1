/** Templates in PostgreSQL. */
@NullMarked
package opencadre.personnel.template.data;

import org.jspecify.annotations.NullMarked;
