package opencadre.planning.procedure.rule;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.planning.procedure.rule.RuleVersions.Version;

/** What somebody may choose in a procedure: its regulation, where it changed, and one of two people with half each. */
public final class ChoiceRules {

    private ChoiceRules() {}

    /** A regulation is chosen once, and only where it changed since the opening. */
    public static List<Finding> ofRegulation(Version today, boolean chosen) {
        return today instanceof Version.ChoiceNeeded && !chosen
                ? List.of()
                : List.of(Finding.of(null, "no-choice-needed"));
    }

    /**
     * The head chooses among those who came out of step 5 with exactly half (Decree 115/2020).
     *
     * @param awaited whether the choice is still open
     */
    public static List<Finding> ofHead(boolean awaited, List<UUID> among, UUID person) {
        if (!awaited) {
            return List.of(Finding.of(null, "head-has-no-choice"));
        }
        return among.contains(person) ? List.of() : List.of(Finding.of("personId", "not-among-the-lawful"));
    }
}
