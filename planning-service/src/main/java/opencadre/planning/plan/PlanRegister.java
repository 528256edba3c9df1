package opencadre.planning.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.plan.rule.PlanChangeRules;
import opencadre.planning.plan.rule.PlanChangeRules.Breach;
import opencadre.planning.preapproval.PreApprovals;
import opencadre.planning.preapproval.rule.PreApprovalRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases that change an entry. Each holds the person's plan, judges the change, records it with both clocks and,
 * once it is more than a proposal, puts the person's whole plan into the outbox: one transaction.
 */
@Service
public class PlanRegister {

    private final Plans plans;
    private final PlanLimits limits;
    private final Places places;
    private final Grants grants;
    private final PlanEvents events;
    private final PreApprovals preApprovals;
    private final Clock clock;

    PlanRegister(
            Plans plans,
            PlanLimits limits,
            Places places,
            Grants grants,
            PlanEvents events,
            PreApprovals preApprovals,
            Clock clock) {
        this.plans = plans;
        this.limits = limits;
        this.places = places;
        this.grants = grants;
        this.events = events;
        this.preApprovals = preApprovals;
        this.clock = clock;
    }

    /** What is proposed. */
    public record Proposal(UUID personId, UUID seatId, String term, PlanSource source) {}

    /**
     * Proposes a person for a seat; it awaits approval.
     *
     * @param paper of a decision that was made already: it is judged on its day, and awaits approval by somebody else
     *     all the same; null for what is not decided
     */
    public PlanOutcome propose(Actor actor, Proposal proposal, PlanEntry.@Nullable Paper paper) {
        LocalDate day = paper == null ? actor.today() : paper.on();
        plans.hold(proposal.personId());
        Optional<PlannedSeat> seat =
                places.isVisible(actor, proposal.personId()) ? plans.seat(actor, proposal.seatId()) : Optional.empty();
        if (seat.isEmpty()) {
            return new PlanOutcome.Unknown();
        }
        List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(actor.hands(), List.of(proposal.personId())));
        findings.addAll(findings(PlanChangeRules.ofTerm(proposal.term())));
        if (paper != null) {
            findings.addAll(findings(PlanChangeRules.ofPaper(day, actor.today())));
        }
        if (!seat.get().valid().contains(day)) {
            findings.add(Finding.of("seatId", "seat-does-not-stand"));
        }
        if (plans.of(proposal.personId()).stream()
                .map(PlanEntryFile::now)
                .anyMatch(other -> other.ended() == null
                        && other.seatId().equals(proposal.seatId())
                        && other.term().equals(proposal.term()))) {
            findings.add(Finding.of(null, "plan-entry-exists"));
        }
        findings.addAll(limits.against(proposal.personId(), seat.get(), day, null));
        findings.addAll(
                PreApprovalRules.ofProposal(preApprovals.mode(seat.get().level(), actor.today()), paper != null));
        if (!findings.isEmpty()) {
            return new PlanOutcome.Unlawful(findings);
        }
        Instant now = TwoClocks.now(clock);
        UUID id = plans.add(proposal.personId(), proposal.seatId(), now);
        plans.record(PlanEntry.proposed(id, proposal, paper, act(actor, now, null), actor.today()));
        return new PlanOutcome.Recorded(id, proposal.personId());
    }

    /** From the day of the decision it stands. */
    public PlanOutcome approve(Actor actor, UUID id, LongPredicate madeOn, String decision, LocalDate on) {
        return change(actor, id, madeOn, "approved", null, new Step() {
            @Override
            public List<Finding> against(PlanEntry standing, PlannedSeat seat) {
                List<Finding> findings =
                        new ArrayList<>(findings(PlanChangeRules.ofApproval(on, facts(actor, standing))));
                findings.addAll(limits.against(standing.personId(), seat, on, id));
                return findings;
            }

            @Override
            public PlanEntry take(PlanEntry standing, Act act) {
                return standing.approved(new PlanEntry.Approval(decision.strip(), on, act), act);
            }
        });
    }

    /** Puts right what the decision says. */
    public PlanOutcome correct(
            Actor actor, UUID id, LongPredicate madeOn, String decision, LocalDate on, String reason) {
        return change(actor, id, madeOn, "corrected", reason, new Step() {
            @Override
            public List<Finding> against(PlanEntry standing, PlannedSeat seat) {
                PlanEntry.Removal removal = standing.removal();
                List<Finding> findings = new ArrayList<>(findings(PlanChangeRules.ofCorrection(
                        on, removal == null ? null : removal.on(), facts(actor, standing))));
                findings.addAll(limits.against(standing.personId(), seat, on, id));
                return findings;
            }

            @Override
            public PlanEntry take(PlanEntry standing, Act act) {
                return standing.approved(new PlanEntry.Approval(decision.strip(), on, act), act);
            }
        });
    }

    /** Takes it out of the plan, or turns the proposal down. */
    public PlanOutcome remove(Actor actor, UUID id, LongPredicate madeOn, PlanEntry.Removal removal) {
        return change(actor, id, madeOn, "removed", removal.reason(), new Step() {
            @Override
            public List<Finding> against(PlanEntry standing, PlannedSeat seat) {
                return findings(PlanChangeRules.ofRemoval(removal.on(), removal.decision(), facts(actor, standing)));
            }

            @Override
            public PlanEntry take(PlanEntry standing, Act act) {
                return standing.removed(removal, act);
            }
        });
    }

    /** Takes back one's own proposal; what was made of it since is judged as turning it down is. */
    public PlanOutcome withdraw(Actor actor, UUID id, String reason) {
        return remove(actor, id, revision -> true, new PlanEntry.Removal(actor.today(), null, reason));
    }

    /** A change of an entry: what stands against it, and what the entry becomes. */
    private interface Step {
        List<Finding> against(PlanEntry standing, PlannedSeat seat);

        PlanEntry take(PlanEntry standing, Act act);
    }

    private PlanOutcome change(
            Actor actor, UUID id, LongPredicate madeOn, String because, @Nullable String reason, Step step) {
        Optional<UUID> personId = plans.personOf(actor, id);
        if (personId.isEmpty()) {
            return new PlanOutcome.Unknown();
        }
        plans.hold(personId.get());
        Optional<PlanEntryFile> locked = plans.lock(id);
        Optional<PlannedSeat> seat =
                locked.flatMap(file -> plans.seat(actor, file.now().seatId()));
        if (locked.isEmpty() || seat.isEmpty() || !madeOn.test(locked.get().revision())) {
            return new PlanOutcome.Unknown();
        }
        plans.holdTitle(seat.get().titleInUnit());
        PlanEntryFile file = locked.get();
        PlanEntry standing = file.now();
        List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(actor.hands(), List.of(standing.personId())));
        findings.addAll(step.against(standing, seat.get()));
        if (!findings.isEmpty()) {
            return new PlanOutcome.Unlawful(findings);
        }
        Instant at = TwoClocks.after(file.recordedAt(), TwoClocks.now(clock));
        Act act = act(actor, at, reason);
        List<Plans.Post> posts = plans.posts(List.of(personId.get())).getOrDefault(personId.get(), List.of());
        PlanEntry next = step.take(standing, act).following(seat.get().title(), PlanFollower.fulfilling(posts), act);
        plans.end(id, at, reason == null ? because : reason);
        plans.record(next);
        plans.revise(id, file.revision() + 1, at);
        if (next.isTold()) {
            events.changed(plans.publish(personId.get(), at), because);
        }
        return new PlanOutcome.Recorded(id, personId.get());
    }

    private PlanChangeRules.Facts facts(Actor actor, PlanEntry standing) {
        return new PlanChangeRules.Facts(
                standing.approval() == null ? null : standing.approval().on(),
                standing.valid().to(),
                standing.removal() != null,
                standing.personId(),
                grants.hands(standing.proposed().hands()),
                actor.hands(),
                actor.today());
    }

    private static List<Finding> findings(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    private static Act act(Actor actor, Instant at, @Nullable String reason) {
        return new Act(actor.account(), actor.name(), at, reason, actor.hands());
    }
}
