/** Who may be given which right, as pure functions. */
@NullMarked
package opencadre.personnel.account.rule;

import org.jspecify.annotations.NullMarked;
