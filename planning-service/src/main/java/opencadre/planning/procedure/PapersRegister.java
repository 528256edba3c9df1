package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureAct.Papers;
import opencadre.planning.procedure.ProcedureAct.StepHeld;
import opencadre.planning.procedure.ProcedureAct.Stopped;
import opencadre.planning.procedure.ProcedureChanges.Next;
import opencadre.planning.procedure.rule.ActRules;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.Stage;
import org.springframework.stereotype.Service;

/**
 * Use cases that put a procedure of the past on record from its papers: the same acts by the same rules, each by the
 * law of its own day. None of it counts, and nothing leaves, before somebody else confirms it
 * ({@link ProcedureApproval#confirmPapers}); so the approval of the policy, too, is still somebody else's.
 */
@Service
public class PapersRegister {

    private final ProcedureChanges changes;
    private final Opening opening;
    private final StepJudge judge;

    PapersRegister(ProcedureChanges changes, Opening opening, StepJudge judge) {
        this.changes = changes;
        this.opening = opening;
        this.judge = judge;
    }

    /** Begins the record, with the approval of the policy as the papers have it. */
    public ProcedureOutcome open(
            Actor actor, UUID seatId, LocalDate requestedOn, List<UUID> candidates, Papers papers) {
        return opening.open(actor, seatId, requestedOn, candidates, papers, null);
    }

    /** A paper of a candidate. Each step is judged by whether it was new enough then, not by today. */
    public ProcedureOutcome recordDocument(Actor actor, UUID id, DocumentRecorded document) {
        return own(actor, id, procedure -> {
            List<Finding> findings = new ArrayList<>(ActRules.at(Stage.PAPERS, procedure.state()));
            findings.addAll(DocumentRules.ofCandidate(procedure.opened().act().candidates(), document.personId()));
            return new Next(findings, document);
        });
    }

    /** The next step, as its minutes have it. */
    public ProcedureOutcome hold(Actor actor, UUID id, int number, Meeting meeting) {
        return own(
                actor,
                id,
                procedure -> judge.judged(
                        actor,
                        procedure,
                        Stage.PAPERS,
                        number,
                        meeting,
                        procedure.heldBefore(number + 1),
                        ruling -> new StepHeld(number, meeting, ruling)));
    }

    /** Takes it back while nobody has confirmed it. The record stays, and says so. */
    public ProcedureOutcome withdraw(Actor actor, UUID id, String reason) {
        return own(actor, id, procedure -> new Next(ActRules.at(Stage.PAPERS, procedure.state()), new Stopped(reason)));
    }

    /** One account puts one case on record, so that whoever confirms it is certainly another. */
    private ProcedureOutcome own(Actor actor, UUID id, Function<Procedure, Next> act) {
        return changes.change(
                actor,
                id,
                revision -> true,
                procedure -> procedure.isOpener(actor.account())
                        ? act.apply(procedure)
                        : Next.refused(List.of(Finding.of(null, "papers-of-another"))));
    }
}
