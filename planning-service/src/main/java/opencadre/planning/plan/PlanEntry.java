package opencadre.planning.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.planning.plan.rule.FulfilmentRules;
import opencadre.planning.plan.rule.FulfilmentRules.Post;
import opencadre.planning.plan.rule.FulfilmentRules.Title;
import org.jspecify.annotations.Nullable;

/**
 * One belief of an entry: a person planned for a seat in a term of office.
 *
 * @param term as {@code 2026-2031}
 * @param paper the decision that the proposal was taken from; null where there was none. It approves nothing by itself
 * @param approval null while it is only proposed
 * @param removal what took it out, or turned the proposal down
 * @param ended why it ends with {@code valid}; null while open
 * @param valid from the day of the approval (of the proposal while there is none)
 * @param latest who last wrote it, since when it is recorded
 * @param recordedTo until when it was believed; null while it is
 */
public record PlanEntry(
        UUID id,
        UUID personId,
        UUID seatId,
        String term,
        PlanSource source,
        Act proposed,
        @Nullable Paper paper,
        @Nullable Approval approval,
        @Nullable Removal removal,
        @Nullable Ending ended,
        Period valid,
        Act latest,
        @Nullable Instant recordedTo,
        @Nullable String endedBecause) {

    /** What a decision of the past says, as whoever proposes read it; somebody else approves by it. */
    public record Paper(String decision, LocalDate on) {}

    /** The decision that approved it. */
    public record Approval(String decision, LocalDate on, Act act) {}

    /**
     * What took it out.
     *
     * @param on first day on which it no longer stands
     * @param decision null for a proposal that was turned down
     */
    public record Removal(LocalDate on, @Nullable String decision, String reason) {}

    /** Why an entry ends. */
    public enum Ending {
        FULFILLED,
        REMOVED
    }

    /** Proposed just now. */
    static PlanEntry proposed(UUID id, PlanRegister.Proposal proposal, @Nullable Paper paper, Act act, LocalDate on) {
        return new PlanEntry(
                id,
                proposal.personId(),
                proposal.seatId(),
                proposal.term(),
                proposal.source(),
                act,
                paper,
                null,
                null,
                null,
                Period.since(on),
                act,
                null,
                null);
    }

    /** The same approved, or its approval put right. */
    PlanEntry approved(Approval next, Act act) {
        return new PlanEntry(
                id,
                personId,
                seatId,
                term,
                source,
                proposed,
                paper,
                next,
                removal,
                null,
                Period.since(next.on()),
                act,
                null,
                null);
    }

    /** The same taken out; a proposal turned down ends at once. */
    PlanEntry removed(Removal next, Act act) {
        LocalDate from = valid.from();
        LocalDate to = next.on().isAfter(from) ? next.on() : from.plusDays(1);
        return new PlanEntry(
                id,
                personId,
                seatId,
                term,
                source,
                proposed,
                paper,
                approval,
                next,
                Ending.REMOVED,
                new Period(from, to),
                act,
                null,
                null);
    }

    /** The same as the posts of the person have it: fulfilled from the first day of one that it was planned for. */
    PlanEntry following(Title planned, List<Post> posts, Act act) {
        if (approval == null) {
            return this;
        }
        LocalDate removedOn = removal == null ? null : removal.on();
        Optional<LocalDate> fulfilled = FulfilmentRules.fulfilledFrom(approval.on(), removedOn, planned, posts);
        LocalDate to = fulfilled.orElse(removedOn);
        Ending why = fulfilled.isPresent() ? Ending.FULFILLED : removedOn == null ? null : Ending.REMOVED;
        Period period = new Period(approval.on(), to);
        return why == ended && period.equals(valid)
                ? this
                : new PlanEntry(
                        id, personId, seatId, term, source, proposed, paper, approval, removal, why, period, act, null,
                        null);
    }

    /** How it stands on a day. */
    public PlanState state(LocalDate day) {
        if (approval == null) {
            return removal == null ? PlanState.PROPOSED : PlanState.REMOVED;
        }
        if (ended == null || valid.contains(day) || day.isBefore(valid.from())) {
            return PlanState.APPROVED;
        }
        return ended == Ending.FULFILLED ? PlanState.FULFILLED : PlanState.REMOVED;
    }

    /** Whether whoever proposed it took it back. */
    public boolean isWithdrawn() {
        return approval == null && removal != null && latest.account().equals(proposed.account());
    }

    /** Whether it was ever more than a proposal: what is only proposed never leaves. */
    public boolean isTold() {
        return approval != null;
    }
}
