/**
 * Who is planned for which seat: proposed by one person, approved by another, fulfilled by the facts; every belief
 * kept.
 */
@NullMarked
package opencadre.planning.plan;

import org.jspecify.annotations.NullMarked;
