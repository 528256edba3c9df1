/** What may be recorded of a person: pure functions. */
@NullMarked
package opencadre.personnel.person.rule;

import org.jspecify.annotations.NullMarked;
