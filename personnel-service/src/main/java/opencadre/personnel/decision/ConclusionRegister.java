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
        List<NewEffect> wanted = new ArrayList<>();
        wanted.add(new NewEffect(
                conclusion.personId(),
                Act.START,
                seat.id(),
                null,
                null,
                null,
                seat.termMonths(),
                false,
                false,
                null,
                null,
                null));
        List<Effect> effects = new ArrayList<>();
        effects.add(wantedEffects.taking(wanted.getFirst(), seat));
        for (Assignment post : file.believedAssignments()) {
            boolean open = post.valid().to() == null || post.valid().to().isAfter(today);
            if (!post.concurrent() && post.tree() == seat.tree() && open) {
                NewEffect end = new NewEffect(
                        conclusion.personId(),
                        Act.END,
                        null,
                        post.id(),
                        null,
                        null,
                        null,
                        false,
                        false,
                        null,
                        null,
                        null);
                wanted.add(end);
                effects.add(wantedEffects.ofPost(end, post));
            }
        }
        Content content = new Content(DecisionKind.APPOINT, null, null, null, wanted);
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
