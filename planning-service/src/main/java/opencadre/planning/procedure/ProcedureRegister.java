package opencadre.planning.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulation;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.eligibility.Verdicts;
import opencadre.planning.eligibility.rule.Question;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.ProcedureAct.Concluded;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureAct.FrozenCriterion;
import opencadre.planning.procedure.ProcedureAct.FrozenRuling;
import opencadre.planning.procedure.ProcedureAct.HeadChose;
import opencadre.planning.procedure.ProcedureAct.Meeting;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureAct.PolicyApproved;
import opencadre.planning.procedure.ProcedureAct.RuleVersionChosen;
import opencadre.planning.procedure.ProcedureAct.StepCorrected;
import opencadre.planning.procedure.ProcedureAct.StepHeld;
import opencadre.planning.procedure.ProcedureAct.StepResult;
import opencadre.planning.procedure.ProcedureAct.Stopped;
import opencadre.planning.procedure.rule.BallotRules;
import opencadre.planning.procedure.rule.DeadlineRules;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.RuleVersions.Choice;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.procedure.rule.Ruling;
import opencadre.planning.procedure.rule.Ruling.Result;
import opencadre.planning.procedure.rule.Step;
import opencadre.planning.procedure.rule.StepRules;
import opencadre.planning.procedure.rule.Tally;
import opencadre.planning.procedure.rule.TallyRules;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases of a procedure. Each holds it, judges the act and adds it to the record: one transaction. Whoever opens it
 * neither approves the policy nor concludes.
 */
@Service
public class ProcedureRegister {

    private final Procedures procedures;
    private final Seats seats;
    private final Verdicts verdicts;
    private final Places places;
    private final ProcedureEvents events;
    private final Regulations regulations;
    private final Clock clock;

    ProcedureRegister(
            Procedures procedures,
            Seats seats,
            Verdicts verdicts,
            Places places,
            ProcedureEvents events,
            Regulations regulations,
            Clock clock) {
        this.procedures = procedures;
        this.seats = seats;
        this.verdicts = verdicts;
        this.places = places;
        this.events = events;
        this.regulations = regulations;
        this.clock = clock;
    }

    /**
     * Opens the five steps for a seat with people who are planned for it and failed no condition on the day of the
     * request.
     */
    public ProcedureOutcome open(Actor actor, UUID seatId, LocalDate requestedOn, List<UUID> candidates) {
        procedures.holdSeat(seatId);
        Optional<Seat> found = seats.find(actor, seatId, actor.today());
        if (found.isEmpty() || candidates.stream().anyMatch(person -> !places.isVisible(actor, person))) {
            return new ProcedureOutcome.Unknown();
        }
        Seat seat = found.get();
        List<Finding> findings = new ArrayList<>();
        if (requestedOn.isAfter(actor.today())) {
            findings.add(Finding.of("requestedOn", "in-the-future"));
        }
        if (procedures.openFor(seatId).isPresent()) {
            findings.add(Finding.of("seatId", "procedure-is-open"));
        }
        if (new HashSet<>(candidates).size() < candidates.size()) {
            findings.add(Finding.of("candidates", "tally.person-twice"));
        }
        // A case begins on the day on which its policy was asked for, also where it is recorded later.
        Verdicts.Ground ground = verdicts.ground(seat, candidates, requestedOn);
        Question question = verdicts.question(seat, requestedOn);
        for (Verdicts.Judged judged : verdicts.judge(seat, candidates, ground, question)) {
            String field = "candidates[" + candidates.indexOf(judged.personId()) + "]";
            judged.verdict().criteria().stream()
                    .filter(criterion -> criterion.outcome() == Outcome.FAIL)
                    .forEach(criterion -> findings.add(at(field, criterion)));
        }
        Version version = RuleVersions.of(requestedOn, requestedOn, null, seat.regime(), regulations);
        if (version instanceof Version.Settled settled && findings.isEmpty()) {
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
                    procedures.open(seatId, seat.unitId(), seat.scope(), act(actor), opened));
        }
        if (!(version instanceof Version.Settled)) {
            findings.add(Finding.of("requestedOn", "law-not-read", Messages.of("five-steps"), requestedOn));
        }
        return new ProcedureOutcome.Unlawful(findings);
    }

    /** The policy is approved; later than the law allows only with a reason. */
    public ProcedureOutcome approvePolicy(Actor actor, UUID id, LongPredicate madeOn, PolicyApproved approval) {
        return change(actor, id, madeOn, procedure -> {
            Opened opened = procedure.opened().act();
            List<Finding> findings = new ArrayList<>(notIn(procedure, Procedure.State.POLICY));
            findings.addAll(notOwn(actor, procedure));
            findings.addAll(day("approvedOn", approval.approvedOn(), opened.requestedOn(), actor));
            DeadlineRules.policyApproval(opened.requestedOn(), opened.openedOn(), opened.regime(), regulations)
                    .filter(deadline -> !deadline.isKeptBy(approval.approvedOn()) && approval.reason() == null)
                    .ifPresent(deadline -> findings.add(new Finding(
                            "reason",
                            "policy-late",
                            Messages.of("policy-late", deadline.lastDay()),
                            deadline.bases().getFirst().citation())));
            return step(findings, approval);
        });
    }

    /** By which regulation it goes on, where it changed since the opening. */
    public ProcedureOutcome chooseRuleVersion(
            Actor actor, UUID id, LongPredicate madeOn, Choice choice, String reason) {
        return change(actor, id, madeOn, procedure -> {
            List<Finding> findings = new ArrayList<>(notIn(procedure, Procedure.State.STEPS));
            Version version = RuleVersions.of(
                    procedure.openedOn(),
                    actor.today(),
                    null,
                    procedure.opened().act().regime(),
                    regulations);
            if (version instanceof Version.ChoiceNeeded needed
                    && procedure.choice().isEmpty()) {
                return step(
                        findings,
                        new RuleVersionChosen(
                                choice,
                                needed.old().regulation(),
                                needed.current().regulation(),
                                reason));
            }
            findings.add(Finding.of(null, "no-choice-needed"));
            return new Next(findings, null);
        });
    }

    /** A paper of a candidate; one that is too old today is refused at once. */
    public ProcedureOutcome recordDocument(Actor actor, UUID id, LongPredicate madeOn, DocumentRecorded document) {
        return change(actor, id, madeOn, procedure -> {
            List<Finding> findings = new ArrayList<>(open(procedure));
            if (!procedure.opened().act().candidates().contains(document.personId())) {
                findings.add(Finding.of("personId", "not-a-candidate"));
            }
            findings.addAll(documentAge("issuedOn", procedure, document, actor.today(), actor.today()));
            return step(findings, document);
        });
    }

    /** The next step. */
    public ProcedureOutcome hold(Actor actor, UUID id, LongPredicate madeOn, int number, Meeting meeting) {
        return change(actor, id, madeOn, procedure -> {
            Held held =
                    judge(actor, procedure, number, meeting, procedure.steps().containsKey(number));
            return held.ruling() == null
                    ? new Next(held.findings(), null)
                    : step(held.findings(), new StepHeld(number, meeting, held.ruling()));
        });
    }

    /** The latest step put right. */
    public ProcedureOutcome correct(
            Actor actor, UUID id, LongPredicate madeOn, int number, Meeting meeting, String reason) {
        return change(actor, id, madeOn, procedure -> {
            if (procedure.steps().isEmpty() || number != procedure.steps().size()) {
                return new Next(List.of(Finding.of("number", "step-not-latest")), null);
            }
            Held held = judge(actor, procedure, number, meeting, false);
            return held.ruling() == null
                    ? new Next(held.findings(), null)
                    : step(held.findings(), new StepCorrected(number, meeting, held.ruling(), reason));
        });
    }

    /** Whom the head chose, where two have exactly half. */
    public ProcedureOutcome chooseAsHead(Actor actor, UUID id, LongPredicate madeOn, HeadChose choice) {
        return change(actor, id, madeOn, procedure -> {
            List<Finding> findings = new ArrayList<>(notIn(procedure, Procedure.State.STEPS));
            if (!procedure.awaitsHead()) {
                findings.add(Finding.of(null, "head-has-no-choice"));
            } else if (!procedure.cameOutOf(5).contains(choice.personId())) {
                findings.add(Finding.of("personId", "not-among-the-lawful"));
            }
            return step(findings, choice);
        });
    }

    /** The end: with the verdict of the day of step 5 as evidence. */
    public ProcedureOutcome conclude(
            Actor actor, UUID id, LongPredicate madeOn, LocalDate concludedOn, @Nullable String reason) {
        ProcedureOutcome outcome = change(actor, id, madeOn, procedure -> {
            List<Finding> findings = new ArrayList<>(notIn(procedure, Procedure.State.STEPS));
            findings.addAll(notOwn(actor, procedure));
            Optional<UUID> chosen = procedure.chosen();
            Optional<Seat> seat = seats.find(actor, procedure.opened().act().seatId(), actor.today());
            if (chosen.isEmpty() || seat.isEmpty()) {
                findings.add(Finding.of(null, "nobody-came-out"));
                return new Next(findings, null);
            }
            Procedure.HeldStep last = Objects.requireNonNull(procedure.steps().get(5));
            LocalDate day = last.meeting().heldOn();
            findings.addAll(day("concludedOn", concludedOn, day, actor));
            Verdicts.Ground ground = verdicts.ground(seat.get(), List.of(chosen.get()), day);
            // Age is reckoned on the day on which the submission came in, by which the policy was asked for.
            Question question = new Question(
                    procedure.opened().act().regime(),
                    day,
                    last.ruling().lawDay(),
                    procedure.opened().act().requestedOn(),
                    regulations);
            Optional<Verdicts.Judged> judged = places.isVisible(actor, chosen.get())
                    ? verdicts.judge(seat.get(), List.of(chosen.get()), ground, question).stream()
                            .findFirst()
                    : Optional.empty();
            if (judged.isEmpty()) {
                findings.add(Finding.of(null, "chosen-not-visible"));
                return new Next(findings, null);
            }
            var verdict = judged.get().verdict();
            verdict.criteria().stream()
                    .filter(criterion -> criterion.outcome() == Outcome.FAIL)
                    .forEach(criterion -> findings.add(at(null, criterion)));
            if (verdict.overall() == Outcome.UNKNOWN && reason == null) {
                findings.add(Finding.of("reason", "unknown-needs-a-reason"));
            }
            String regulation = last.ruling().bases().isEmpty()
                    ? procedure.opened().act().regulation()
                    : last.ruling().bases().getFirst().regulation();
            return step(
                    findings,
                    new Concluded(
                            chosen.get(),
                            concludedOn,
                            verdict.overall(),
                            verdict.confidence(),
                            verdict.criteria().stream()
                                    .map(criterion -> new FrozenCriterion(criterion.code(), criterion.outcome()))
                                    .toList(),
                            ground.copies().stream()
                                    .map(copy -> copy.topic() + " " + copy.id() + " " + copy.revision())
                                    .toList(),
                            verdicts.ruleVersion(),
                            regulation,
                            regulations
                                    .regulation(regulation)
                                    .map(Regulation::effectiveFrom)
                                    .orElse(last.ruling().lawDay()),
                            last.ruling().lawDay(),
                            reason));
        });
        if (outcome instanceof ProcedureOutcome.Recorded(Procedure procedure)) {
            events.concluded(procedure, procedure.entries().getLast().by().at());
        }
        return outcome;
    }

    /** Given up, at any time before the conclusion. */
    public ProcedureOutcome stop(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return change(actor, id, madeOn, procedure -> step(open(procedure), new Stopped(reason)));
    }

    /** By what the next step would be held today. */
    public Version version(Procedure procedure, LocalDate day) {
        return RuleVersions.of(
                procedure.openedOn(),
                day,
                procedure.choice().map(done -> done.act().choice()).orElse(null),
                procedure.opened().act().regime(),
                regulations);
    }

    /** What an act comes to: what is against it, and what goes into the record when nothing is. */
    private record Next(List<Finding> findings, @Nullable ProcedureAct act) {}

    private record Held(List<Finding> findings, @Nullable FrozenRuling ruling) {}

    private interface Judge {
        Next judge(Procedure procedure);
    }

    private static Next step(List<Finding> findings, ProcedureAct act) {
        return new Next(findings, act);
    }

    private ProcedureOutcome change(Actor actor, UUID id, LongPredicate madeOn, Judge judge) {
        Optional<Procedure> locked = procedures.lock(actor, id);
        if (locked.isEmpty() || !madeOn.test(locked.get().revision())) {
            return new ProcedureOutcome.Unknown();
        }
        Next next = judge.judge(locked.get());
        if (!next.findings().isEmpty() || next.act() == null) {
            return new ProcedureOutcome.Unlawful(next.findings());
        }
        return new ProcedureOutcome.Recorded(procedures.append(locked.get(), act(actor), next.act()));
    }

    private Held judge(Actor actor, Procedure procedure, int number, Meeting meeting, boolean again) {
        List<Finding> findings = new ArrayList<>(notIn(procedure, Procedure.State.STEPS));
        if (!findings.isEmpty()) {
            return new Held(findings, null);
        }
        Step step = Step.values()[number - 1];
        Version version = version(procedure, meeting.heldOn());
        List<StepRules.Held> before = new ArrayList<>(procedure.heldBefore(number));
        if (again) {
            before.add(new StepRules.Held(step, meeting.heldOn(), true));
        }
        findings.addAll(StepRules.findings(step, meeting.heldOn(), before, version));
        LocalDate approvedOn = procedure.policy().orElseThrow().act().approvedOn();
        findings.addAll(day("heldOn", meeting.heldOn(), approvedOn, actor));
        findings.addAll(form(step, meeting));
        Set<UUID> lawful = Set.copyOf(procedure.lawful(number));
        for (int i = 0; i < meeting.votes().size(); i++) {
            if (!lawful.contains(meeting.votes().get(i).personId())) {
                findings.add(Finding.of("votes[" + i + "].personId", "not-among-the-lawful"));
            }
        }
        if (!findings.isEmpty() || !(version instanceof Version.Settled settled)) {
            return new Held(findings, null);
        }
        findings.addAll(documents(procedure, step, meeting.heldOn(), settled.lawDay()));
        Ruling ruling = ruling(step, procedure, meeting, settled.lawDay());
        String article =
                ruling.bases().isEmpty() ? null : ruling.bases().getFirst().citation();
        if (ruling.announced() != null
                && meeting.announced() != null
                && !ruling.announced().equals(meeting.announced())) {
            String code = ruling.announced() ? "to-be-announced" : "not-to-be-announced";
            findings.add(new Finding("announced", code, Messages.of(code), article));
        }
        FrozenRuling frozen = switch (ruling.result()) {
            case Result.Inconsistent(var counts) -> {
                findings.addAll(counts);
                yield null;
            }
            // A meeting without quorum is no step: it is held again.
            case Result.NoQuorum noQuorum -> {
                findings.add(new Finding("present", "ruling.no-quorum", ruling.said(), article));
                yield null;
            }
            case Result.LawNotRead notRead -> {
                findings.add(new Finding(null, "law-not-read", ruling.said(), null));
                yield null;
            }
            case Result.Chosen(String person) -> frozen(StepResult.CHOSEN, List.of(person), ruling, settled.lawDay());
            case Result.GoOn(var people) -> frozen(StepResult.GO_ON, people, ruling, settled.lawDay());
            case Result.HeadChooses(var people) -> frozen(StepResult.HEAD_CHOOSES, people, ruling, settled.lawDay());
            case Result.Consulted consulted -> frozen(StepResult.CONSULTED, List.of(), ruling, settled.lawDay());
            case Result.Stopped stopped -> frozen(StepResult.STOPPED, List.of(), ruling, settled.lawDay());
        };
        return new Held(findings, frozen);
    }

    private static FrozenRuling frozen(StepResult result, List<String> people, Ruling ruling, LocalDate lawDay) {
        return new FrozenRuling(
                result,
                people.stream().map(UUID::fromString).toList(),
                ruling.said(),
                ruling.announced(),
                ruling.confidence(),
                ruling.bases(),
                lawDay);
    }

    private Ruling ruling(Step step, Procedure procedure, Meeting meeting, LocalDate lawDay) {
        BallotRules rules =
                new BallotRules(regulations, procedure.opened().act().regime(), lawDay);
        Tally tally = tally(meeting);
        TallyRules.Kind kind = meeting.kind() == null ? TallyRules.Kind.ONE_NAME : meeting.kind();
        return switch (step) {
            case LEADERSHIP_1 -> rules.step1(meeting.summoned(), meeting.present());
            case EXPANDED_LEADERSHIP -> rules.step2(tally);
            case LEADERSHIP_2 ->
                rules.step3(
                        tally,
                        procedure.cameOutOf(2).stream().map(UUID::toString).collect(Collectors.toSet()),
                        meeting.members() == null ? meeting.summoned() : meeting.members());
            case KEY_CADRES -> rules.step4(tally, kind);
            case LEADERSHIP_3 -> rules.step5(tally, kind);
        };
    }

    private static Tally tally(Meeting meeting) {
        return new Tally(
                meeting.summoned(),
                meeting.present(),
                zero(meeting.issued()),
                zero(meeting.returned()),
                zero(meeting.valid()),
                zero(meeting.namingNobody()),
                meeting.votes().stream()
                        .map(votes -> new Tally.Votes(votes.personId().toString(), votes.count()))
                        .toList());
    }

    private static int zero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /** What the form of a step needs: counts of a ballot from step 2 on, the members in step 3, a kind in 4 and 5. */
    private static List<Finding> form(Step step, Meeting meeting) {
        List<Finding> findings = new ArrayList<>();
        if (step == Step.LEADERSHIP_1) {
            if (!meeting.votes().isEmpty()) {
                findings.add(Finding.of("votes", "step-without-ballot"));
            }
            return findings;
        }
        required(findings, "issued", meeting.issued());
        required(findings, "returned", meeting.returned());
        required(findings, "valid", meeting.valid());
        if (step == Step.LEADERSHIP_2) {
            required(findings, "members", meeting.members());
        }
        if (step == Step.KEY_CADRES || step == Step.LEADERSHIP_3) {
            required(findings, "kind", meeting.kind());
        } else if (meeting.kind() == TallyRules.Kind.EACH_PERSON) {
            findings.add(Finding.of("kind", "one-name-for-a-title"));
        }
        return findings;
    }

    private static void required(List<Finding> findings, String field, @Nullable Object value) {
        if (value == null) {
            findings.add(Finding.of(field, "required"));
        }
    }

    /** Papers may not be too old on the day of a step, and before the vote of step 5 each candidate has all of them. */
    private List<Finding> documents(Procedure procedure, Step step, LocalDate heldOn, LocalDate lawDay) {
        List<Finding> findings = new ArrayList<>();
        List<UUID> candidates = procedure.opened().act().candidates();
        Set<UUID> needed = step == Step.LEADERSHIP_3 ? Set.copyOf(procedure.lawful(step.number())) : Set.of();
        for (int i = 0; i < candidates.size(); i++) {
            String field = "candidates[" + i + "]";
            List<DocumentRecorded> papers = procedure.documents(candidates.get(i));
            papers.forEach(paper -> findings.addAll(documentAge(field, procedure, paper, heldOn, lawDay)));
            for (DocumentRules.Kind kind : DocumentRules.Kind.values()) {
                if (needed.contains(candidates.get(i)) && papers.stream().noneMatch(paper -> paper.kind() == kind)) {
                    findings.add(Finding.of(field, "document-missing", Messages.of("document." + kind)));
                }
            }
        }
        return findings;
    }

    private List<Finding> documentAge(
            String field, Procedure procedure, DocumentRecorded paper, LocalDate day, LocalDate lawDay) {
        Regime regime = procedure.opened().act().regime();
        Criterion age = DocumentRules.age(
                paper.kind(),
                new Fact(paper.personId().toString(), new Bilingual(paper.number(), paper.number())),
                paper.issuedOn(),
                day,
                lawDay,
                regime,
                regulations);
        return age.outcome() == Outcome.FAIL ? List.of(at(field, age)) : List.of();
    }

    private static Finding at(@Nullable String field, Criterion criterion) {
        Finding finding = criterion.asFinding();
        return new Finding(field, finding.code(), finding.messages(), finding.article());
    }

    private static List<Finding> notIn(Procedure procedure, Procedure.State state) {
        return procedure.state() == state ? List.of() : List.of(Finding.of(null, "procedure-elsewhere"));
    }

    private static List<Finding> open(Procedure procedure) {
        return procedure.isOpen() ? List.of() : List.of(Finding.of(null, "procedure-elsewhere"));
    }

    private static List<Finding> notOwn(Actor actor, Procedure procedure) {
        return procedure.isOpener(actor.account()) ? List.of(Finding.of(null, "own-procedure")) : List.of();
    }

    private static List<Finding> day(String field, LocalDate day, LocalDate notBefore, Actor actor) {
        if (day.isAfter(actor.today())) {
            return List.of(Finding.of(field, "in-the-future"));
        }
        return day.isBefore(notBefore) ? List.of(Finding.of(field, "before", notBefore)) : List.of();
    }

    private Act act(Actor actor) {
        return new Act(actor.account(), actor.name(), TwoClocks.now(clock), null);
    }
}
