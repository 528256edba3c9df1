package opencadre.planning.preapproval.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.planning.law.rule.ManagementScope;

/**
 * What may be kept before an approval. Whether plans and votes of a province may lie on a networked system is not
 * settled (the annex of Decision 2500/QĐ-TTg was not read), so each management scope says for itself, from a day on;
 * unless it does, all is kept.
 */
public final class PreApprovalRules {

    private PreApprovalRules() {}

    /** The mode of a scope on a day: the latest that had begun. */
    public static Mode mode(List<Setting> settings, ManagementScope scope, LocalDate day) {
        return settings.stream()
                .filter(setting ->
                        setting.scope() == scope && !setting.validFrom().isAfter(day))
                .max(Comparator.comparing(Setting::validFrom))
                .map(Setting::mode)
                .orElse(Mode.STORE);
    }

    /** A mode begins today or later: what was lawful to keep yesterday was kept lawfully. */
    public static List<Finding> ofChange(LocalDate validFrom, LocalDate today) {
        return validFrom.isBefore(today) ? List.of(Finding.of("validFrom", "before", today)) : List.of();
    }

    /** Where only a pointer is kept, a procedure is opened with one, and names nobody. */
    public static List<Finding> ofOpening(Mode mode, boolean pointer) {
        return mode == Mode.POINTER && !pointer ? List.of(Finding.of("pointer", "pointer-only")) : List.of();
    }

    /** Where only a pointer is kept, nobody is proposed: an entry comes in once a decision on paper approved it. */
    public static List<Finding> ofProposal(Mode mode, boolean decided) {
        return mode == Mode.POINTER && !decided ? List.of(Finding.of("paper", "approved-only")) : List.of();
    }
}
