package opencadre.personnel.merge.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Whether two records can be one. That nobody holds two main posts of one tree at once, or is rated twice for a year,
 * follows from the meaning of the words and from how records are kept, not from a regulation.
 */
public final class MergeRules {

    private MergeRules() {}

    /** Where one of two facts excludes the other. */
    public enum Slot {
        /** Posts that are not concurrent, of one tree. */
        MAIN_POST,
        /** Ratings for one year. */
        RATING,
        /** Suspensions. */
        SUSPENSION,
        /** Entries of a kind that a CV holds once, begun on one day. */
        CV_ENTRY
    }

    /**
     * A fact that may exclude another.
     *
     * @param of which of its kind it excludes: the tree, nothing, or the kind of entry
     * @param days on which it does
     * @param byDecision whether a decision gave it: it stands with its decision
     */
    public record Fact(UUID id, Slot slot, String of, Period days, boolean byDecision) {

        boolean excludes(Fact other) {
            return slot == other.slot && of.equals(other.of) && days.overlaps(other.days);
        }
    }

    /** Two facts, of one record each, of which only one can be true. */
    public record Contradiction(Slot slot, UUID ofKept, UUID ofMerged) {}

    /** What contradicts itself once both records are one, but for what is no longer believed. */
    public static List<Contradiction> contradictions(
            Collection<Fact> ofKept, Collection<Fact> ofMerged, Set<UUID> dropped) {
        List<Contradiction> found = new ArrayList<>();
        for (Fact kept : ofKept) {
            for (Fact merged : ofMerged) {
                if (!dropped.contains(kept.id()) && !dropped.contains(merged.id()) && kept.excludes(merged)) {
                    found.add(new Contradiction(kept.slot(), kept.id(), merged.id()));
                }
            }
        }
        found.sort(Comparator.comparing(Contradiction::slot)
                .thenComparing(Contradiction::ofKept)
                .thenComparing(Contradiction::ofMerged));
        return List.copyOf(found);
    }

    /** Facts that are to be dropped although a decision gave them: they go with their decision or not at all. */
    public static List<UUID> ofDecisions(Collection<Fact> facts, Set<UUID> dropped) {
        return facts.stream()
                .filter(fact -> fact.byDecision() && dropped.contains(fact.id()))
                .map(Fact::id)
                .toList();
    }

    /**
     * Who somebody is by their record.
     *
     * @param idNumber personal identification number; null where it is not known
     */
    public record Who(
            String fullName,
            boolean female,
            PartialDate birth,
            @Nullable String idNumber) {}

    /** What makes it doubtful that two records are of one person: never settled here, whoever merges says why. */
    public static List<String> doubts(Who one, Who other) {
        List<String> doubts = new ArrayList<>();
        if (one.idNumber() != null
                && other.idNumber() != null
                && !one.idNumber().equals(other.idNumber())) {
            doubts.add("id-numbers-differ");
        }
        if (one.female() != other.female()) {
            doubts.add("sex-differs");
        }
        if (!mayBeOneDay(one.birth(), other.birth())) {
            doubts.add("birth-differs");
        }
        if (!Objects.equals(one.fullName(), other.fullName())) {
            doubts.add("name-differs");
        }
        return List.copyOf(doubts);
    }

    private static boolean mayBeOneDay(PartialDate one, PartialDate other) {
        return !one.earliest().isAfter(other.latest()) && !other.earliest().isAfter(one.latest());
    }
}
