package opencadre.personnel.merge;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Two records that are of one person, and what became of it.
 *
 * @param keptId the record that stays
 * @param mergedId the record that goes into it
 * @param compared what both were when they were compared, as {@code 3 1 0 2}: revisions of records and of CVs
 * @param reason why they are of one person
 * @param prepared by whom and when
 * @param approved since when everything is believed of the kept one; null before that
 * @param undo who asked for it to be undone, and why; null where nobody did
 * @param undone when there were two records again; null before that
 * @param left facts that an undo left with the kept one, since they were changed after the merge
 */
public record Merge(
        UUID id,
        UUID keptId,
        UUID mergedId,
        long revision,
        State state,
        Choices choices,
        String compared,
        String reason,
        Act prepared,
        @Nullable Act approved,
        @Nullable Undo undo,
        @Nullable Act undone,
        List<UUID> left) {

    /** What became of it. */
    public enum State {
        /** Chờ duyệt. */
        PREPARED,
        /** Đã rút: nothing came of it. */
        WITHDRAWN,
        /** Đã gộp. */
        MERGED,
        /** Chờ duyệt hủy gộp: still merged. */
        UNDOING,
        /** Đã hủy gộp: two records again. */
        UNDONE
    }

    /** One of the two records. */
    public enum Side {
        KEPT,
        MERGED
    }

    /**
     * Which of what contradicts itself is true.
     *
     * @param identityOf whose name, sex and birth
     * @param idNumberOf whose number
     * @param dropped facts of either record that are not true
     */
    public record Choices(Side identityOf, Side idNumberOf, Set<UUID> dropped) {}

    /**
     * Who did a step.
     *
     * @param hands whose hand it was
     */
    public record Act(String by, Set<String> hands, Instant at) {

        static Act of(Actor actor, Instant at) {
            return new Act(actor.name(), actor.hands(), at);
        }
    }

    /** That it was wrong. */
    public record Undo(String reason, Act asked) {}

    /** When everything came to be believed of the kept one; of one that was approved. */
    Instant mergedAt() {
        if (approved == null) {
            throw new IllegalStateException("Not approved: " + id);
        }
        return approved.at();
    }

    Merge withdrawn() {
        return next(State.WITHDRAWN, approved, undo, undone, left);
    }

    Merge approvedBy(Act act) {
        return next(State.MERGED, act, undo, undone, left);
    }

    Merge undoAsked(Undo asked) {
        return next(State.UNDOING, approved, asked, undone, left);
    }

    /** It stays merged after all. */
    Merge undoWithdrawn() {
        return next(State.MERGED, approved, null, undone, left);
    }

    Merge undoneBy(Act act, List<UUID> staying) {
        return next(State.UNDONE, approved, undo, act, staying);
    }

    private Merge next(
            State to, @Nullable Act approval, @Nullable Undo asked, @Nullable Act undoing, List<UUID> staying) {
        return new Merge(
                id,
                keptId,
                mergedId,
                revision + 1,
                to,
                choices,
                compared,
                reason,
                prepared,
                approval,
                asked,
                undoing,
                staying);
    }
}
