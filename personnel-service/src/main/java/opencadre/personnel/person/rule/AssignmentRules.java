package opencadre.personnel.person.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What makes a post impossible. These follow from the meaning of the words, not from a regulation: a unit that does not
 * stand cannot be worked in, and two main posts of one tree are not held at once.
 */
public final class AssignmentRules {

    private AssignmentRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(String field, String code) {}

    /**
     * What is known when a post is judged.
     *
     * @param unitInReach whether whoever records it reaches the unit
     * @param fileInReach whether they reach the unit that has the person's file
     */
    public record Facts(
            LocalDate from,
            @Nullable LocalDate to,
            boolean concurrent,
            PartialDate birth,
            List<Period> unitStands,
            boolean unitInReach,
            boolean fileInReach,
            LocalDate today,
            List<Period> otherMainPosts) {

        /** Whoever has the file records the past wherever it was; what holds today or later, only in their units. */
        boolean mayBeRecorded() {
            return unitInReach || (fileInReach && to != null && !to.isAfter(today));
        }
    }

    /** Every breach at once, so that a form is corrected in one go. */
    public static List<Breach> breaches(Facts facts) {
        if (facts.to() != null && !facts.from().isBefore(facts.to())) {
            return List.of(new Breach("validTo", "ends-before-it-begins"));
        }
        Period period = new Period(facts.from(), facts.to());
        List<Breach> breaches = new ArrayList<>();
        if (facts.unitStands().isEmpty()) {
            breaches.add(new Breach("unitId", "unknown-unit"));
        } else if (!facts.mayBeRecorded()) {
            breaches.add(new Breach("unitId", "unit-outside-scope"));
        } else if (!period.isCoveredBy(facts.unitStands())) {
            breaches.add(new Breach("validFrom", "unit-does-not-stand"));
        }
        if (isBeforeBirth(period.from(), facts.birth())) {
            breaches.add(new Breach("validFrom", "before-birth"));
        }
        if (!facts.concurrent() && facts.otherMainPosts().stream().anyMatch(other -> other.overlaps(period))) {
            breaches.add(new Breach("validFrom", "overlaps-main-post"));
        }
        return breaches;
    }

    /** Nobody is in a post before the first day on which they may have been born. */
    static boolean isBeforeBirth(LocalDate begin, PartialDate birth) {
        return begin.isBefore(birth.earliest());
    }
}
