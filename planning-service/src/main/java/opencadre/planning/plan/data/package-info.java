/** Plans in the database. */
@NullMarked
package opencadre.planning.plan.data;

import org.jspecify.annotations.NullMarked;
