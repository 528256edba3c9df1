package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulations;
import opencadre.planning.eligibility.Verdicts;
import opencadre.planning.eligibility.rule.Question;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureAct.FrozenRuling;
import opencadre.planning.procedure.ProcedureAct.HeadChose;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureAct.RuleVersionChosen;
import opencadre.planning.procedure.ProcedureAct.StepCorrected;
import opencadre.planning.procedure.ProcedureAct.StepHeld;
import opencadre.planning.procedure.ProcedureAct.Stopped;
import opencadre.planning.procedure.ProcedureChanges.Next;
import opencadre.planning.procedure.rule.ActRules;
import opencadre.planning.procedure.rule.BallotRules;
import opencadre.planning.procedure.rule.ChoiceRules;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.MeetingRules;
import opencadre.planning.procedure.rule.OpeningRules;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.RuleVersions.Choice;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.procedure.rule.Ruling;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.rule.Step;
import opencadre.planning.procedure.rule.StepRules;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.Seats;
import org.springframework.stereotype.Service;

/**
 * Use cases of whoever runs a procedure: it is opened, its steps are held and put right, it is given up. Each reads the
 * facts, asks the rules and adds the act to the record: one transaction. What somebody else has to do is
 * {@link ProcedureApproval}.
 */
@Service
public class ProcedureRegister {

    private final Procedures procedures;
    private final ProcedureChanges changes;
    private final Seats seats;
    private final Verdicts verdicts;
    private final Places places;
    private final Regulations regulations;

    ProcedureRegister(
            Procedures procedures,
            ProcedureChanges changes,
            Seats seats,
            Verdicts verdicts,
            Places places,
            Regulations regulations) {
        this.procedures = procedures;
        this.changes = changes;
        this.seats = seats;
        this.verdicts = verdicts;
        this.places = places;
        this.regulations = regulations;
    }

    /** Opens the five steps for a seat with people who are planned for it. */
    public ProcedureOutcome open(Actor actor, UUID seatId, LocalDate requestedOn, List<UUID> candidates) {
        procedures.holdSeat(seatId);
        Optional<Seat> found = seats.find(actor, seatId, actor.today());
        if (found.isEmpty() || candidates.stream().anyMatch(person -> !places.isVisible(actor, person))) {
            return new ProcedureOutcome.Unknown();
        }
        Seat seat = found.get();
        // A case begins on the day on which its policy was asked for, also where it is recorded later.
        Verdicts.Ground ground = verdicts.ground(seat, candidates, requestedOn);
        Question question = verdicts.question(seat, requestedOn);
        List<OpeningRules.Candidate> judged = verdicts.judge(seat, candidates, ground, question).stream()
                .map(each -> new OpeningRules.Candidate(
                        each.personId(), each.verdict().criteria()))
                .toList();
        Version version = RuleVersions.of(requestedOn, requestedOn, null, seat.regime(), regulations);
        List<Finding> findings = OpeningRules.findings(
                requestedOn, actor.today(), procedures.openFor(seatId).isPresent(), judged, version);
        if (!findings.isEmpty() || !(version instanceof Version.Settled settled)) {
            return new ProcedureOutcome.Unlawful(findings);
        }
        Opened opened = new Opened(
                seatId,
                seat.unitId(),
                seat.level(),
                seat.regime(),
                requestedOn,
                settled.lawDay(),
                settled.regulation(),
                verdicts.ruleVersion(),
                List.copyOf(candidates));
        return new ProcedureOutcome.Recorded(
                procedures.open(seatId, seat.unitId(), seat.scope(), changes.by(actor), opened));
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
            List<Finding> findings = new ArrayList<>(ActRules.at(Stage.STEPS, procedure.state()));
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
            List<Finding> findings = new ArrayList<>(ActRules.open(procedure.state()));
            findings.addAll(DocumentRules.ofCandidate(opened.candidates(), document.personId()));
            findings.addAll(DocumentRules.tooOld(
                    "issuedOn", paper(document), actor.today(), actor.today(), opened.regime(), regulations));
            return new Next(findings, document);
        });
    }

    /** The next step. */
    public ProcedureOutcome hold(Actor actor, UUID id, LongPredicate madeOn, int number, Meeting meeting) {
        return changes.change(
                actor,
                id,
                madeOn,
                procedure -> judged(
                        actor,
                        procedure,
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
                    ? judged(
                            actor,
                            procedure,
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

    /** By what the next step would be held on a day. */
    public Version version(Procedure procedure, LocalDate day) {
        return RuleVersions.of(
                procedure.openedOn(),
                day,
                procedure.choice().map(done -> done.act().choice()).orElse(null),
                procedure.opened().act().regime(),
                regulations);
    }

    /** First what the meeting is and when it was, then its papers and what its ballot says. */
    private Next judged(
            Actor actor,
            Procedure procedure,
            int number,
            Meeting meeting,
            List<StepRules.Held> held,
            Function<FrozenRuling, ProcedureAct> act) {
        List<Finding> elsewhere = ActRules.at(Stage.STEPS, procedure.state());
        if (!elsewhere.isEmpty()) {
            return Next.refused(elsewhere);
        }
        Step step = Step.values()[number - 1];
        Version version = version(procedure, meeting.heldOn());
        String article =
                version instanceof Version.Settled(var regulation, var day, var basis) ? basis.citation() : null;
        LocalDate approvedOn = procedure.policy().orElseThrow().act().approvedOn();
        List<Finding> findings = new ArrayList<>(StepRules.findings(step, meeting.heldOn(), held, version));
        findings.addAll(ActRules.day("heldOn", meeting.heldOn(), approvedOn, actor.today()));
        findings.addAll(MeetingRules.form(step, meeting, article));
        findings.addAll(MeetingRules.votes(meeting, Set.copyOf(procedure.lawful(number))));
        if (!findings.isEmpty() || !(version instanceof Version.Settled settled)) {
            return Next.refused(findings);
        }
        LocalDate lawDay = settled.lawDay();
        Opened opened = procedure.opened().act();
        findings.addAll(DocumentRules.findings(
                papers(procedure, step), meeting.heldOn(), lawDay, opened.regime(), regulations));
        Set<String> fromStep2 =
                procedure.cameOutOf(2).stream().map(UUID::toString).collect(Collectors.toSet());
        Ruling ruling = new BallotRules(regulations, opened.regime(), lawDay).of(step, meeting, fromStep2);
        findings.addAll(MeetingRules.announcement(ruling, meeting.announced()));
        findings.addAll(ruling.against());
        return findings.isEmpty()
                ? new Next(findings, act.apply(FrozenRuling.of(ruling, lawDay)))
                : Next.refused(findings);
    }

    /** Before the vote of step 5 each person who may be voted for has all papers. */
    private static List<DocumentRules.Papers> papers(Procedure procedure, Step step) {
        Set<UUID> needed = step == Step.LEADERSHIP_3 ? new HashSet<>(procedure.lawful(step.number())) : Set.of();
        return procedure.opened().act().candidates().stream()
                .map(person -> new DocumentRules.Papers(
                        procedure.documents(person).stream()
                                .map(ProcedureRegister::paper)
                                .toList(),
                        needed.contains(person)))
                .toList();
    }

    private static DocumentRules.Paper paper(DocumentRecorded document) {
        return new DocumentRules.Paper(
                document.personId().toString(), document.kind(), document.number(), document.issuedOn());
    }
}
