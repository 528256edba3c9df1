package opencadre.personnel.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.decision.Decision.Author;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.decision.Decision.Content;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.Effect.NewEffect;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.People;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Draws up decisions for what procedures of planning conclude. Work of the service itself, by no hand. */
@Service
public class ConclusionRegister {

    private final Decisions decisions;
    private final WantedEffects wantedEffects;
    private final People people;
    private final Seats seats;
    private final Clock clock;

    ConclusionRegister(Decisions decisions, WantedEffects wantedEffects, People people, Seats seats, Clock clock) {
        this.decisions = decisions;
        this.wantedEffects = wantedEffects;
        this.people = people;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Draws up what a procedure concluded, or draws it up anew when it concluded otherwise; what was issued or dropped
     * stays.
     *
     * <p>Errors: {@link IllegalStateException} for a person or seat that is not here.
     */
    public void conclude(Decisions.Conclusion conclusion, LocalDate today) {
        Optional<Map.Entry<UUID, Decisions.Conclusion>> standing = decisions.concluding(conclusion.procedureId());
        if (standing.isPresent() && standing.get().getValue().equals(conclusion)) {
            return;
        }
        Seat seat = seats.find(conclusion.seatId())
                .orElseThrow(() -> new IllegalStateException("no seat " + conclusion.seatId()));
        var file = people.file(conclusion.personId())
                .orElseThrow(() -> new IllegalStateException("no person " + conclusion.personId()));
        Drawn drawn = drawn(conclusion, seat, file.believedAssignments(), today);
        Content content = new Content(kind(seat), null, null, null, drawn.wanted());
        List<Effect> effects = drawn.effects();
        if (standing.isEmpty()) {
            decisions.add(
                    UuidV7.next(clock),
                    conclusion,
                    Belief.draft(content, effects, Set.of(), procedure(TwoClocks.now(clock), null)));
            return;
        }
        Decision decision = decisions.lock(null, standing.get().getKey()).orElseThrow();
        if (decision.now().state() == DecisionState.DRAFT) {
            Instant at = TwoClocks.after(decision.recordedAt(), TwoClocks.now(clock));
            String because = Messages.of("decision-concluded-otherwise").vi();
            decisions.conclude(decision.id(), conclusion);
            decisions.record(
                    decision.id(),
                    decision.revision() + 1,
                    Belief.draft(content, effects, Set.of(), procedure(at, because)),
                    because);
        }
    }

    /**
     * What the paper is called that follows from a procedure: of who is to be elected, that the committee presents them
     * (giới thiệu ứng cử); the election gives the post. It follows from the meaning of the words.
     */
    private static DecisionKind kind(Seat seat) {
        return switch (seat.kind()) {
            case APPOINTED -> DecisionKind.APPOINT;
            case DESIGNATED -> DecisionKind.DESIGNATE;
            case ELECTED, RATIFIED -> DecisionKind.NOMINATE;
        };
    }

    private record Drawn(List<NewEffect> wanted, List<Effect> effects) {}

    /**
     * Whoever is presented for an election leaves nothing; whoever takes the seat leaves their main post in its tree.
     */
    private Drawn drawn(Decisions.Conclusion conclusion, Seat seat, List<Assignment> believed, LocalDate today) {
        UUID person = conclusion.personId();
        if (kind(seat) == DecisionKind.NOMINATE) {
            NewEffect presented = effect(person, Act.NOMINATE, seat.id(), null, null);
            return new Drawn(List.of(presented), List.of(wantedEffects.standingFor(presented, seat)));
        }
        NewEffect start = effect(person, Act.START, seat.id(), null, seat.termMonths());
        List<NewEffect> wanted = new ArrayList<>(List.of(start));
        List<Effect> effects = new ArrayList<>(List.of(wantedEffects.taking(start, seat)));
        for (Assignment post : believed) {
            boolean open = post.valid().to() == null || post.valid().to().isAfter(today);
            if (!post.concurrent() && post.tree() == seat.tree() && open) {
                NewEffect end = effect(person, Act.END, null, post.id(), null);
                wanted.add(end);
                effects.add(wantedEffects.ofPost(end, post));
            }
        }
        return new Drawn(wanted, effects);
    }

    private static NewEffect effect(
            UUID person, Act act, @Nullable UUID seat, @Nullable UUID post, @Nullable Integer termMonths) {
        return new NewEffect(person, act, seat, post, null, null, termMonths, false, false, null, null, null);
    }

    /** The procedure was erased by its owner: a draft goes with it, what was signed stays. */
    public void forget(UUID procedureId) {
        decisions
                .concluding(procedureId)
                .flatMap(known -> decisions.lock(null, known.getKey()))
                .filter(decision -> decision.now().state() == DecisionState.DRAFT)
                .ifPresent(decision -> decisions.remove(decision.id()));
    }

    /** Before every procedure is read anew: drafts in which nobody has written come back with them. */
    public void forgetDrafts() {
        decisions.untouchedDrafts().forEach(decisions::remove);
    }

    private static Author procedure(Instant at, @Nullable String reason) {
        return new Author(
                "system:planning.procedure.v1",
                Messages.of("decision-by-procedure").vi(),
                Set.of(),
                at,
                reason);
    }
}
