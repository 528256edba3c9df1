package opencadre.personnel.decision.rule;

import java.time.LocalDate;
import java.util.Optional;
import opencadre.personnel.decision.rule.DecisionRules.Breach;

/**
 * How long somebody stays where a paper sent them, against what the law says (170/2025/NĐ-CP, its articles were not
 * read). Nothing here stands in the way of a paper: others may decide otherwise, and who signs is to know it.
 */
public final class StayRules {

    /** Key of the months that whoever is rotated stays at the least. */
    public static final String LEAST_STAY = "rotation.least-stay";

    /** Key of the months that a secondment lasts at the most. */
    public static final String LONGEST_SECONDMENT = "secondment.longest";

    private StayRules() {}

    /**
     * Somebody leaves a post to which they were rotated.
     *
     * @param end first day on which the post is not held any more
     */
    public static Optional<Breach> ofLeaving(LocalDate rotatedOn, LocalDate end, int leastMonths) {
        return isShort(rotatedOn, end, leastMonths)
                ? Optional.of(new Breach("effectiveFrom", "rotation-left-early"))
                : Optional.empty();
    }

    /** Somebody is to be rotated; the day of return is the first one not there any more. */
    public static Optional<Breach> ofRotation(LocalDate from, LocalDate back, int leastMonths) {
        return isShort(from, back, leastMonths)
                ? Optional.of(new Breach("plannedReturn", "rotation-planned-short"))
                : Optional.empty();
    }

    /** Somebody is to be seconded; exactly as long as the law allows is not too long. */
    public static Optional<Breach> ofSecondment(LocalDate from, LocalDate back, int mostMonths) {
        return back.isAfter(from.plusMonths(mostMonths))
                ? Optional.of(new Breach("plannedReturn", "secondment-too-long"))
                : Optional.empty();
    }

    private static boolean isShort(LocalDate from, LocalDate end, int leastMonths) {
        return end.isBefore(from.plusMonths(leastMonths));
    }
}
