/** Who is who and where: units, people, the posts they hold, and the rights of accounts. */
@NullMarked
package opencadre.personnel;

import org.jspecify.annotations.NullMarked;
