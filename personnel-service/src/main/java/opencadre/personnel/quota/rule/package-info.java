/** What a staffing quota may be. */
@NullMarked
package opencadre.personnel.quota.rule;

import org.jspecify.annotations.NullMarked;
