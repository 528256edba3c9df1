package opencadre.planning.preapproval.rule;

import java.time.LocalDate;
import opencadre.planning.law.rule.ManagementScope;

/**
 * What holds for posts of one management scope from a day on.
 *
 * <p>Shape: {@code PROVINCIAL_BTV, POINTER, 2027-01-01}.
 */
public record Setting(ManagementScope scope, Mode mode, LocalDate validFrom) {}
