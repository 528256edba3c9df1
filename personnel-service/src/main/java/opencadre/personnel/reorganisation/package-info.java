/** Many units end, begin and change on one day, and with them seats and posts: prepared by one, approved by another. */
@NullMarked
package opencadre.personnel.reorganisation;

import org.jspecify.annotations.NullMarked;
