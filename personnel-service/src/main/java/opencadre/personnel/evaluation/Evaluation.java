package opencadre.personnel.evaluation;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.RatedPeriod;
import opencadre.personnel.evaluation.rule.Scheme;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * A round: the people of a unit, up to a management scope, rated for a period.
 *
 * @param level the highest scope whose people it is about, and at which it is known
 * @param scheme as it was when the round was opened
 * @param unitGrade how the unit itself was rated; null while that is not known
 * @param unitGradeDocument the paper that says so
 * @param authors hands that wrote in it: none of them decides
 * @param openedBy name of whoever opened it
 * @param proposed by whom and when; null while it is open
 * @param document the paper of the last decision
 * @param reason why it was sent back or opened again; null where it never was
 */
public record Evaluation(
        UUID id,
        long revision,
        Instant recordedAt,
        UUID unitId,
        ManagementScope level,
        RatedPeriod period,
        Scheme scheme,
        State state,
        @Nullable Grade unitGrade,
        @Nullable String unitGradeDocument,
        Set<String> authors,
        String openedBy,
        @Nullable Proposed proposed,
        @Nullable String document,
        @Nullable String reason) {

    /** How far a round is. */
    public enum State {
        /** Đang đánh giá. */
        OPEN,
        /** Đã đề xuất: it waits for whoever decides. */
        PROPOSED,
        /** Đã quyết định. */
        DECIDED
    }

    /** By whom and when it was proposed. */
    public record Proposed(String by, Instant at) {}

    /** The same at its next revision. */
    Evaluation next(Instant at) {
        return new Evaluation(
                id,
                revision + 1,
                at,
                unitId,
                level,
                period,
                scheme,
                state,
                unitGrade,
                unitGradeDocument,
                authors,
                openedBy,
                proposed,
                document,
                reason);
    }

    Evaluation writtenBy(Set<String> hands) {
        Set<String> all = new TreeSet<>(authors);
        all.addAll(hands);
        return new Evaluation(
                id,
                revision,
                recordedAt,
                unitId,
                level,
                period,
                scheme,
                state,
                unitGrade,
                unitGradeDocument,
                all,
                openedBy,
                proposed,
                document,
                reason);
    }

    Evaluation ofUnit(@Nullable Grade grade, @Nullable String paper) {
        return new Evaluation(
                id,
                revision,
                recordedAt,
                unitId,
                level,
                period,
                scheme,
                state,
                grade,
                paper,
                authors,
                openedBy,
                proposed,
                document,
                reason);
    }

    Evaluation in(State next, @Nullable Proposed by, @Nullable String paper, @Nullable String why) {
        return new Evaluation(
                id,
                revision,
                recordedAt,
                unitId,
                level,
                period,
                scheme,
                next,
                unitGrade,
                unitGradeDocument,
                authors,
                openedBy,
                by,
                paper,
                why);
    }
}
