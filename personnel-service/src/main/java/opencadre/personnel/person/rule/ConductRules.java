package opencadre.personnel.person.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.Share;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import org.jspecify.annotations.Nullable;

/** What makes something on record of how a person has served impossible. */
public final class ConductRules {

    private ConductRules() {}

    /** Nobody is rated for a year to come or before their birth, and once for a year. */
    public static List<Breach> ofRating(int year, Set<Integer> otherYears, PartialDate birth, LocalDate today) {
        List<Breach> breaches = new ArrayList<>();
        if (year > today.getYear() || year <= birth.year()) {
            breaches.add(new Breach("year", "year-out-of-range"));
        }
        if (otherYears.contains(year)) {
            breaches.add(new Breach("year", "year-is-rated"));
        }
        return breaches;
    }

    /** A discipline was decided, and is revoked after that. */
    public static List<Breach> ofDiscipline(
            LocalDate decidedOn, @Nullable LocalDate revokedOn, PartialDate birth, LocalDate today) {
        List<Breach> breaches = new ArrayList<>(happened("decidedOn", decidedOn, birth, today));
        if (revokedOn != null && !decidedOn.isBefore(revokedOn)) {
            breaches.add(new Breach("revokedOn", "ends-before-it-begins"));
        }
        return breaches;
    }

    /** A certificate was issued. */
    public static List<Breach> ofHealthCertificate(LocalDate issuedOn, PartialDate birth, LocalDate today) {
        return happened("issuedOn", issuedOn, birth, today);
    }

    /**
     * A suspension has its days, and there is one at a time; one decided for a day to come is on record before it.
     *
     * @param others days of the other suspensions of the person
     */
    public static List<Breach> ofSuspension(
            LocalDate from, @Nullable LocalDate until, Collection<Period> others, PartialDate birth) {
        if (until != null && !from.isBefore(until)) {
            return List.of(new Breach("until", "ends-before-it-begins"));
        }
        List<Breach> breaches = new ArrayList<>();
        if (from.isBefore(birth.earliest())) {
            breaches.add(new Breach("from", "day-out-of-range"));
        }
        Period days = new Period(from, until);
        if (others.stream().anyMatch(days::overlaps)) {
            breaches.add(new Breach("from", "is-suspended-already"));
        }
        return breaches;
    }

    /** Ballots of a confidence vote. */
    public record Ballots(int high, int confidence, int low) {

        /** More than anybody was ever voted on by. */
        private static final int MOST = 30_000;

        /** How many were cast. */
        public int all() {
            return high + confidence + low;
        }
    }

    /** A vote was held, and somebody voted. */
    public static List<Breach> ofConfidenceVote(LocalDate heldOn, Ballots ballots, PartialDate birth, LocalDate today) {
        List<Breach> breaches = new ArrayList<>(happened("heldOn", heldOn, birth, today));
        Map<String, Integer> tallies =
                Map.of("high", ballots.high(), "confidence", ballots.confidence(), "low", ballots.low());
        tallies.forEach((field, tally) -> {
            if (tally < 0 || tally > Ballots.MOST) {
                breaches.add(new Breach(field, "out-of-range"));
            }
        });
        if (breaches.isEmpty() && ballots.all() == 0) {
            breaches.add(new Breach("high", "nobody-voted"));
        }
        return breaches;
    }

    /**
     * What the law of its day says of the outcome of a confidence vote: more than two thirds of low confidence is a
     * ground for relief (miễn nhiệm) by 41-QĐ/TW; what 377-QĐ/TW says of it was not read. Nothing where it says
     * nothing.
     */
    public static Optional<Bilingual> noteOnConfidence(LocalDate heldOn, Ballots ballots, Regulations regulations) {
        Optional<Parameter> law = regulations.parameter("relief.low-confidence", heldOn);
        if (law.isEmpty()) {
            return Optional.of(Messages.of("confidence.law-not-read"));
        }
        Share share = law.get().share();
        return share.isExceededBy(ballots.low(), ballots.all())
                ? Optional.of(Messages.of(
                        "confidence.ground-for-relief", share, law.get().basis().citation()))
                : Optional.empty();
    }

    private static List<Breach> happened(String field, LocalDate day, PartialDate birth, LocalDate today) {
        return day.isAfter(today) || day.isBefore(birth.earliest())
                ? List.of(new Breach(field, "day-out-of-range"))
                : List.of();
    }
}
