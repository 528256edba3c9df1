package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulation;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.Verdict;
import opencadre.planning.eligibility.Verdicts;
import opencadre.planning.eligibility.rule.Question;
import opencadre.planning.procedure.ProcedureAct.Concluded;
import opencadre.planning.procedure.ProcedureAct.FrozenCriterion;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureAct.PapersConfirmed;
import opencadre.planning.procedure.ProcedureAct.PolicyApproved;
import opencadre.planning.procedure.ProcedureChanges.Next;
import opencadre.planning.procedure.rule.ActRules;
import opencadre.planning.procedure.rule.ConclusionRules;
import opencadre.planning.procedure.rule.DeadlineRules;
import opencadre.planning.procedure.rule.OpeningRules;
import opencadre.planning.procedure.rule.PolicyRules;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of somebody else than opened it: the policy is approved, papers are confirmed, the procedure concluded. */
@Service
public class ProcedureApproval {

    private final Procedures procedures;
    private final ProcedureChanges changes;
    private final Seats seats;
    private final Verdicts verdicts;
    private final StepJudge judge;
    private final Places places;
    private final Grants grants;
    private final ProcedureEvents events;
    private final Regulations regulations;

    ProcedureApproval(
            Procedures procedures,
            ProcedureChanges changes,
            Seats seats,
            Verdicts verdicts,
            StepJudge judge,
            Places places,
            Grants grants,
            ProcedureEvents events,
            Regulations regulations) {
        this.procedures = procedures;
        this.changes = changes;
        this.seats = seats;
        this.verdicts = verdicts;
        this.judge = judge;
        this.places = places;
        this.grants = grants;
        this.events = events;
        this.regulations = regulations;
    }

    /** The policy is approved; later than the law allows only with a reason. */
    public ProcedureOutcome approvePolicy(Actor actor, UUID id, LongPredicate madeOn, PolicyApproved approval) {
        return changes.change(actor, id, madeOn, procedure -> {
            Opened opened = procedure.opened().act();
            List<Finding> findings = new ArrayList<>(ActRules.at(Stage.POLICY, procedure.state()));
            findings.addAll(another(actor, procedure));
            findings.addAll(ActRules.day("approvedOn", approval.approvedOn(), opened.requestedOn(), actor.today()));
            findings.addAll(PolicyRules.late(
                    approval.approvedOn(),
                    approval.reason(),
                    DeadlineRules.policyApproval(
                            opened.requestedOn(), opened.openedOn(), opened.regime(), regulations)));
            return new Next(findings, approval);
        });
    }

    /**
     * Somebody who saw the papers too confirms what was put on record from them; from then on it is a procedure as any
     * other, with its policy approved by whoever confirms.
     */
    public ProcedureOutcome confirmPapers(Actor actor, UUID id, LongPredicate madeOn, @Nullable String note) {
        return changes.change(actor, id, madeOn, procedure -> {
            UUID seatId = procedure.opened().act().seatId();
            procedures.holdSeat(seatId);
            List<Finding> findings = new ArrayList<>(ActRules.at(Stage.PAPERS, procedure.state()));
            findings.addAll(another(actor, procedure));
            findings.addAll(OpeningRules.seatIsFree(procedures.openFor(seatId).isPresent()));
            return new Next(findings, new PapersConfirmed(note));
        });
    }

    /**
     * The end: with the verdict of the day of step 5 as evidence.
     *
     * @param person who came out of a procedure that is not kept here; null for one that is, which says so itself
     */
    public ProcedureOutcome conclude(
            Actor actor,
            UUID id,
            LongPredicate madeOn,
            LocalDate concludedOn,
            @Nullable UUID person,
            @Nullable String reason) {
        ProcedureOutcome outcome = changes.change(
                actor,
                id,
                madeOn,
                procedure -> procedure.pointer().isPresent()
                        ? publicConclusion(actor, procedure, concludedOn, person, reason)
                        : conclusion(actor, procedure, concludedOn, person, reason));
        if (outcome instanceof ProcedureOutcome.Recorded(Procedure procedure)) {
            events.concluded(procedure, procedure.entries().getLast().by().at());
        }
        return outcome;
    }

    /** Neither by another account of whoever opened it, also where it became known since whose that is. */
    private List<Finding> another(Actor actor, Procedure procedure) {
        return ActRules.another(grants.hands(procedure.opened().by().hands()), actor.hands());
    }

    private Next conclusion(
            Actor actor, Procedure procedure, LocalDate concludedOn, @Nullable UUID person, @Nullable String reason) {
        List<Finding> findings = new ArrayList<>(ActRules.at(Stage.STEPS, procedure.state()));
        findings.addAll(another(actor, procedure));
        findings.addAll(ConclusionRules.ofNamed(false, person != null));
        Optional<UUID> chosen = procedure.chosen();
        Optional<Seat> seat = seats.find(actor, procedure.opened().act().seatId(), actor.today());
        findings.addAll(ConclusionRules.ofChosen(chosen.isPresent() && seat.isPresent()));
        if (chosen.isEmpty() || seat.isEmpty()) {
            return Next.refused(findings);
        }
        Procedure.HeldStep last = Objects.requireNonNull(procedure.steps().get(5));
        findings.addAll(ActRules.day("concludedOn", concludedOn, last.meeting().heldOn(), actor.today()));
        Verdicts.Ground ground = verdicts.ground(
                seat.get(), List.of(chosen.get()), last.meeting().heldOn());
        LocalDate lawDay = last.ruling().lawDay();
        Verdict verdict = verdict(
                actor,
                procedure,
                seat.get(),
                chosen.get(),
                ground,
                last.meeting().heldOn(),
                lawDay);
        findings.addAll(ConclusionRules.ofVerdict(verdict, reason));
        String regulation = last.ruling().bases().isEmpty()
                ? procedure.opened().act().regulation()
                : last.ruling().bases().getFirst().regulation();
        return verdict == null
                ? Next.refused(findings)
                : new Next(
                        findings,
                        concluded(
                                chosen.get(),
                                concludedOn,
                                reason,
                                verdict,
                                verdict.criteria().stream()
                                        .map(FrozenCriterion::of)
                                        .toList(),
                                ground,
                                regulation,
                                lawDay));
    }

    /**
     * What was made public of a procedure that ran on paper elsewhere: who, and since when. The conditions are judged
     * as everywhere, on that day; how each came out is not kept.
     */
    private Next publicConclusion(
            Actor actor, Procedure procedure, LocalDate concludedOn, @Nullable UUID person, @Nullable String reason) {
        Opened opened = procedure.opened().act();
        List<Finding> findings = new ArrayList<>(ActRules.at(Stage.POINTER, procedure.state()));
        findings.addAll(another(actor, procedure));
        findings.addAll(ConclusionRules.ofNamed(true, person != null));
        findings.addAll(ActRules.day("concludedOn", concludedOn, opened.requestedOn(), actor.today()));
        Version version = judge.version(procedure, concludedOn);
        findings.addAll(ConclusionRules.ofLaw(version, concludedOn));
        Optional<Seat> seat = seats.find(actor, opened.seatId(), actor.today());
        if (!findings.isEmpty() || person == null || seat.isEmpty() || !(version instanceof Version.Settled settled)) {
            return Next.refused(findings);
        }
        Verdicts.Ground ground = verdicts.ground(seat.get(), List.of(person), concludedOn);
        Verdict verdict = verdict(actor, procedure, seat.get(), person, ground, concludedOn, settled.lawDay());
        findings.addAll(ConclusionRules.ofVerdict(verdict, reason));
        return verdict == null
                ? Next.refused(findings)
                : new Next(
                        findings,
                        concluded(
                                person,
                                concludedOn,
                                reason,
                                verdict,
                                List.of(),
                                ground,
                                settled.regulation(),
                                settled.lawDay()));
    }

    /** Age is reckoned on the day on which the submission came in, by which the policy was asked for. */
    private @Nullable Verdict verdict(
            Actor actor,
            Procedure procedure,
            Seat seat,
            UUID chosen,
            Verdicts.Ground ground,
            LocalDate day,
            LocalDate lawDay) {
        if (!places.isVisible(actor, chosen)) {
            return null;
        }
        Question question = new Question(
                procedure.opened().act().regime(),
                day,
                lawDay,
                procedure.opened().act().requestedOn(),
                regulations);
        return verdicts.judge(seat, List.of(chosen), ground, question).stream()
                .findFirst()
                .map(Verdicts.Judged::verdict)
                .orElse(null);
    }

    private Concluded concluded(
            UUID chosen,
            LocalDate concludedOn,
            @Nullable String reason,
            Verdict verdict,
            List<FrozenCriterion> criteria,
            Verdicts.Ground ground,
            String regulation,
            LocalDate lawDay) {
        return new Concluded(
                chosen,
                concludedOn,
                verdict.overall(),
                verdict.confidence(),
                criteria,
                ground.copies().stream()
                        .map(copy -> copy.topic() + " " + copy.id() + " " + copy.revision())
                        .toList(),
                verdicts.ruleVersion(),
                regulation,
                regulations
                        .regulation(regulation)
                        .map(Regulation::effectiveFrom)
                        .orElse(lawDay),
                lawDay,
                reason);
    }
}
