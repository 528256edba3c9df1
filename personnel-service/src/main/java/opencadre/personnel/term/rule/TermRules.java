package opencadre.personnel.term.rule;

import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;

/** What a term of office may be. These follow from the meaning of the word, not from a regulation. */
public final class TermRules {

    private TermRules() {}

    /** Another term of the same body. */
    public record Other(String name, Period valid) {}

    /** A body has one term at a time, and begins one while it stands. */
    public static List<Finding> breaches(Period term, List<Period> bodyStands, List<Other> others) {
        if (bodyStands.stream().noneMatch(days -> days.contains(term.from()))) {
            return List.of(Finding.of("validFrom", "unit-does-not-stand"));
        }
        Optional<Other> overlapped =
                others.stream().filter(other -> other.valid().overlaps(term)).findFirst();
        return overlapped
                .map(other -> List.of(Finding.of(
                        other.valid().contains(term.from()) ? "validFrom" : "validTo", "term-overlaps", other.name())))
                .orElse(List.of());
    }
}
