package opencadre.personnel.unit.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import opencadre.kit.time.Period;

/**
 * What makes a succession impossible. These follow from the meaning of the words, not from a regulation: a unit is
 * succeeded on the day after one on which it stood, by one that stands, in the same tree.
 */
public final class SuccessionRules {

    private SuccessionRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(String field, String code) {}

    /**
     * What is known when a succession is judged.
     *
     * @param predecessorStands its versions
     * @param successorStands its versions
     */
    public record Facts(
            boolean sameUnit,
            boolean sameTree,
            List<Period> predecessorStands,
            List<Period> successorStands,
            LocalDate on) {}

    /** Every breach at once. */
    public static List<Breach> breaches(Facts facts) {
        if (facts.predecessorStands().isEmpty()) {
            return List.of(new Breach("predecessorId", "unknown-unit"));
        }
        if (facts.successorStands().isEmpty()) {
            return List.of(new Breach("unitId", "unknown-unit"));
        }
        if (facts.sameUnit()) {
            return List.of(new Breach("predecessorId", "succeeds-itself"));
        }
        List<Breach> breaches = new ArrayList<>();
        if (!facts.sameTree()) {
            breaches.add(new Breach("predecessorId", "other-tree"));
        }
        if (!stands(facts.predecessorStands(), facts.on().minusDays(1))) {
            breaches.add(new Breach("effectiveOn", "predecessor-did-not-stand"));
        }
        if (!stands(facts.successorStands(), facts.on())) {
            breaches.add(new Breach("effectiveOn", "successor-does-not-stand"));
        }
        return breaches;
    }

    private static boolean stands(List<Period> versions, LocalDate day) {
        return versions.stream().anyMatch(version -> version.contains(day));
    }
}
