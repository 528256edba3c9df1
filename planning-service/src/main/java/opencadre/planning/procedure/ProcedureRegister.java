package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulations;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureAct.HeadChose;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureAct.Pointer;
import opencadre.planning.procedure.ProcedureAct.RuleVersionChosen;
import opencadre.planning.procedure.ProcedureAct.StepCorrected;
import opencadre.planning.procedure.ProcedureAct.StepHeld;
import opencadre.planning.procedure.ProcedureAct.Stopped;
import opencadre.planning.procedure.ProcedureChanges.Next;
import opencadre.planning.procedure.rule.ActRules;
import opencadre.planning.procedure.rule.ChoiceRules;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.RuleVersions.Choice;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.rule.StepRules;
import org.springframework.stereotype.Service;

/**
 * Use cases of whoever runs a procedure: it is opened, its steps are held and put right, it is given up. Each reads the
 * facts, asks the rules and adds the act to the record: one transaction. What somebody else has to do is
 * {@link ProcedureApproval}.
 */
@Service
public class ProcedureRegister {

    private final ProcedureChanges changes;
    private final Opening opening;
    private final StepJudge judge;
    private final Regulations regulations;

    ProcedureRegister(ProcedureChanges changes, Opening opening, StepJudge judge, Regulations regulations) {
        this.changes = changes;
        this.opening = opening;
        this.judge = judge;
        this.regulations = regulations;
    }

    /** Opens the five steps for a seat with people who are planned for it. */
    public ProcedureOutcome open(Actor actor, UUID seatId, LocalDate requestedOn, List<UUID> candidates) {
        return opening.open(actor, seatId, requestedOn, candidates, null, null);
    }

    /** The same for one that runs on paper elsewhere: where its papers lie, and nobody's name before the conclusion. */
    public ProcedureOutcome point(Actor actor, UUID seatId, LocalDate requestedOn, Pointer pointer) {
        return opening.open(actor, seatId, requestedOn, List.of(), null, pointer);
    }

    /** By which regulation it goes on, where it changed since the opening. */
    public ProcedureOutcome chooseRuleVersion(
            Actor actor, UUID id, LongPredicate madeOn, Choice choice, String reason) {
        return changes.change(actor, id, madeOn, procedure -> {
            Version version = RuleVersions.of(
                    procedure.openedOn(),
                    actor.today(),
                    null,
                    procedure.opened().act().regime(),
                    regulations);
            List<Finding> findings = new ArrayList<>(
                    ActRules.at(procedure.pointer().isPresent() ? Stage.POINTER : Stage.STEPS, procedure.state()));
            findings.addAll(ChoiceRules.ofRegulation(version, procedure.choice().isPresent()));
            return version instanceof Version.ChoiceNeeded(var old, var current)
                    ? new Next(findings, new RuleVersionChosen(choice, old.regulation(), current.regulation(), reason))
                    : Next.refused(findings);
        });
    }

    /** A paper of a candidate; one that is too old today is refused at once. */
    public ProcedureOutcome recordDocument(Actor actor, UUID id, LongPredicate madeOn, DocumentRecorded document) {
        return changes.change(actor, id, madeOn, procedure -> {
            Opened opened = procedure.opened().act();
            List<Finding> findings = new ArrayList<>(ActRules.running(procedure.state()));
            findings.addAll(DocumentRules.ofCandidate(opened.candidates(), document.personId()));
            findings.addAll(DocumentRules.tooOld(
                    "issuedOn", StepJudge.paper(document), actor.today(), actor.today(), opened.regime(), regulations));
            return new Next(findings, document);
        });
    }

    /** The next step. */
    public ProcedureOutcome hold(Actor actor, UUID id, LongPredicate madeOn, int number, Meeting meeting) {
        return changes.change(
                actor,
                id,
                madeOn,
                procedure -> judge.judged(
                        actor,
                        procedure,
                        Stage.STEPS,
                        number,
                        meeting,
                        procedure.heldBefore(number + 1),
                        ruling -> new StepHeld(number, meeting, ruling)));
    }

    /** The latest step put right. */
    public ProcedureOutcome correct(
            Actor actor, UUID id, LongPredicate madeOn, int number, Meeting meeting, String reason) {
        return changes.change(actor, id, madeOn, procedure -> {
            List<Finding> findings = StepRules.latest(number, procedure.steps().size());
            return findings.isEmpty()
                    ? judge.judged(
                            actor,
                            procedure,
                            Stage.STEPS,
                            number,
                            meeting,
                            procedure.heldBefore(number),
                            ruling -> new StepCorrected(number, meeting, ruling, reason))
                    : Next.refused(findings);
        });
    }

    /** Whom the head chose, where two have exactly half. */
    public ProcedureOutcome chooseAsHead(Actor actor, UUID id, LongPredicate madeOn, HeadChose choice) {
        return changes.change(actor, id, madeOn, procedure -> {
            List<Finding> findings = new ArrayList<>(ActRules.at(Stage.STEPS, procedure.state()));
            findings.addAll(ChoiceRules.ofHead(procedure.awaitsHead(), procedure.cameOutOf(5), choice.personId()));
            return new Next(findings, choice);
        });
    }

    /** Given up, at any time before the conclusion. */
    public ProcedureOutcome stop(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return changes.change(
                actor, id, madeOn, procedure -> new Next(ActRules.open(procedure.state()), new Stopped(reason)));
    }
}
