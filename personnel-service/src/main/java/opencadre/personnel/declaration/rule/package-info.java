/** What may be declared, and who decides on it: pure functions. */
@NullMarked
package opencadre.personnel.declaration.rule;

import org.jspecify.annotations.NullMarked;
