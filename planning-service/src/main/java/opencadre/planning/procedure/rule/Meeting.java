package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with the counts of its ballot; who voted how is never recorded. The names of its fields stand in the hashed
 * record and are never changed.
 *
 * @param summoned people who were called, without those who attend without a vote
 * @param kind null in step 1, which has no ballot
 * @param members all of the leadership; step 3
 * @param minutes number of its minutes
 * @param announced whether the result was read out; null when nobody says
 */
public record Meeting(
        LocalDate heldOn,
        String body,
        int summoned,
        int present,
        @Nullable Integer issued,
        @Nullable Integer returned,
        @Nullable Integer valid,
        @Nullable Integer namingNobody,
        List<Votes> votes,
        @Nullable Integer members,
        TallyRules.@Nullable Kind kind,
        String minutes,
        @Nullable Boolean announced) {

    /** Votes for a person. */
    public record Votes(UUID personId, int count) {}

    /** Its counts; what was not counted is none. */
    public Tally tally() {
        return new Tally(
                summoned,
                present,
                zero(issued),
                zero(returned),
                zero(valid),
                zero(namingNobody),
                votes.stream()
                        .map(each -> new Tally.Votes(each.personId().toString(), each.count()))
                        .toList());
    }

    private static int zero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
