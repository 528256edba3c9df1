package opencadre.planning.procedure.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.Verdict;
import opencadre.planning.eligibility.CopyRevision;
import opencadre.planning.eligibility.Verdicts;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.StepJudge;
import opencadre.planning.procedure.rule.DeadlineRules;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.rule.Step;
import opencadre.planning.procedure.web.Views.ActLine;
import opencadre.planning.procedure.web.Views.CandidateLine;
import opencadre.planning.procedure.web.Views.ConclusionLine;
import opencadre.planning.procedure.web.Views.CopyOf;
import opencadre.planning.procedure.web.Views.DeadlineLine;
import opencadre.planning.procedure.web.Views.DeadlineOf;
import opencadre.planning.procedure.web.Views.DecisionLine;
import opencadre.planning.procedure.web.Views.DocumentLine;
import opencadre.planning.procedure.web.Views.FrozenCriterionLine;
import opencadre.planning.procedure.web.Views.HeadChoiceLine;
import opencadre.planning.procedure.web.Views.May;
import opencadre.planning.procedure.web.Views.MeetingLine;
import opencadre.planning.procedure.web.Views.PapersLine;
import opencadre.planning.procedure.web.Views.PointerLine;
import opencadre.planning.procedure.web.Views.PolicyLine;
import opencadre.planning.procedure.web.Views.ProcedureDetail;
import opencadre.planning.procedure.web.Views.RuleVersionLine;
import opencadre.planning.procedure.web.Views.RulingLine;
import opencadre.planning.procedure.web.Views.StepLine;
import opencadre.planning.procedure.web.Views.StepState;
import opencadre.planning.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of a procedure shows: the same number of statements for one candidate and for twenty. */
@Component
final class ProcedurePresenter {

    private static final String WRITE = "procedure.write";
    private static final String APPROVE = "procedure.approve";

    private final Procedures procedures;
    private final StepJudge judge;
    private final Seats seats;
    private final Verdicts verdicts;
    private final Regulations regulations;

    ProcedurePresenter(
            Procedures procedures, StepJudge judge, Seats seats, Verdicts verdicts, Regulations regulations) {
        this.procedures = procedures;
        this.judge = judge;
        this.seats = seats;
        this.verdicts = verdicts;
        this.regulations = regulations;
    }

    ProcedureDetail detail(Actor actor, Procedure procedure) {
        Opened opened = procedure.opened().act();
        Procedures.SeatName name = procedures.seatName(opened.seatId(), actor.today());
        Map<UUID, String> names = procedures.names(actor, people(procedure));
        Looked looked = look(actor, procedure, names);
        return new ProcedureDetail(
                procedure.id(),
                procedure.revision(),
                opened.seatId(),
                name.title(),
                opened.unitId(),
                name.unitName(),
                ManagementScope.valueOf(opened.managementScope()),
                opened.regime(),
                procedure.state(),
                opened.requestedOn(),
                ActLine.of(procedure.opened().by()),
                FourEyes.areOne(procedure.opened().by().hands(), actor.hands()),
                opened.regulation(),
                opened.openedOn(),
                ruleVersion(actor, procedure),
                procedure
                        .papers()
                        .map(papers -> PapersLine.of(
                                papers,
                                procedure
                                        .confirmation()
                                        .map(done ->
                                                ActLine.of(done.by(), done.act().note()))
                                        .orElse(null)))
                        .orElse(null),
                procedure.pointer().map(PointerLine::of).orElse(null),
                procedure
                        .policy()
                        .map(done -> new PolicyLine(
                                done.act().approvedOn(),
                                done.act().decision(),
                                ActLine.of(done.by(), done.act().reason())))
                        .orElse(null),
                deadlines(procedure),
                candidates(procedure, names, looked),
                steps(procedure),
                procedure.chosen().orElse(null),
                procedure
                        .headChoice()
                        .map(done -> new HeadChoiceLine(
                                done.act().personId(), done.act().views(), ActLine.of(done.by())))
                        .orElse(null),
                procedure
                        .concluded()
                        .map(done -> new ConclusionLine(
                                done.act().personId(),
                                done.act().concludedOn(),
                                done.act().overall(),
                                done.act().confidence(),
                                done.act().criteria().stream()
                                        .map(FrozenCriterionLine::of)
                                        .toList(),
                                ActLine.of(done.by(), done.act().reason())))
                        .orElse(null),
                procedure
                        .stopped()
                        .map(done -> ActLine.of(done.by(), done.act().reason()))
                        .orElse(null),
                procedures.decision(procedure.id()).map(DecisionLine::of).orElse(null),
                may(actor, procedure),
                looked.copies().stream().map(CopyOf::of).toList());
    }

    /** Those whom it is about; of one that is not kept here, whoever came out of it. */
    private static List<UUID> people(Procedure procedure) {
        return procedure.pointer().isEmpty()
                ? procedure.opened().act().candidates()
                : procedure.concluded().map(done -> done.act().personId()).stream()
                        .toList();
    }

    private @Nullable RuleVersionLine ruleVersion(Actor actor, Procedure procedure) {
        return procedure
                .choice()
                .map(done -> new RuleVersionLine(
                        done.act().old(),
                        done.act().current(),
                        done.act().choice(),
                        done.act().reason()))
                .or(() -> isChoiceNeeded(procedure, actor.today())
                        .map(needed -> new RuleVersionLine(
                                needed.old().regulation(), needed.current().regulation(), null, null)))
                .orElse(null);
    }

    private Optional<Version.ChoiceNeeded> isChoiceNeeded(Procedure procedure, LocalDate day) {
        return (procedure.state().isRunning() || procedure.state() == Stage.POINTER)
                        && judge.version(procedure, day) instanceof Version.ChoiceNeeded needed
                ? Optional.of(needed)
                : Optional.empty();
    }

    private List<DeadlineLine> deadlines(Procedure procedure) {
        Opened opened = procedure.opened().act();
        List<DeadlineLine> deadlines = new ArrayList<>();
        if (procedure.pointer().isPresent()) {
            return deadlines;
        }
        LocalDate approvedOn = procedure.approvedOn().orElse(null);
        DeadlineRules.policyApproval(opened.requestedOn(), opened.openedOn(), opened.regime(), regulations)
                .ifPresent(deadline -> deadlines.add(DeadlineLine.of(DeadlineOf.POLICY, deadline, approvedOn)));
        if (approvedOn != null) {
            LocalDate concludedOn =
                    procedure.concluded().map(done -> done.act().concludedOn()).orElse(null);
            DeadlineRules.procedure(approvedOn, opened.openedOn(), opened.regime(), regulations)
                    .ifPresent(deadline -> deadlines.add(DeadlineLine.of(DeadlineOf.PROCEDURE, deadline, concludedOn)));
        }
        return deadlines;
    }

    /** The verdicts of today over the candidates whom the reader sees, and the copies under them. */
    private record Looked(Map<UUID, Verdict> verdicts, List<CopyRevision> copies) {}

    private Looked look(Actor actor, Procedure procedure, Map<UUID, String> names) {
        return seats.find(actor, procedure.opened().act().seatId(), actor.today())
                .map(seat -> {
                    List<UUID> visible = people(procedure).stream()
                            .filter(names::containsKey)
                            .toList();
                    Verdicts.Ground ground = verdicts.ground(seat, visible, actor.today());
                    Map<UUID, Verdict> judged = new HashMap<>();
                    verdicts.judge(seat, visible, ground, verdicts.question(seat, actor.today()))
                            .forEach(each -> judged.put(each.personId(), each.verdict()));
                    return new Looked(judged, ground.copies());
                })
                .orElse(new Looked(Map.of(), List.of()));
    }

    private static List<CandidateLine> candidates(Procedure procedure, Map<UUID, String> names, Looked looked) {
        return people(procedure).stream()
                .map(person -> {
                    Verdict verdict = looked.verdicts().get(person);
                    return new CandidateLine(
                            person,
                            names.get(person),
                            verdict == null ? null : verdict.overall(),
                            verdict == null ? null : verdict.confidence(),
                            procedure.documents(person).stream()
                                    .map(DocumentLine::of)
                                    .toList());
                })
                .toList();
    }

    private static List<StepLine> steps(Procedure procedure) {
        List<StepLine> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            int number = step.number();
            Procedure.HeldStep held = procedure.steps().get(number);
            boolean next = procedure.nextStep().filter(each -> each == number).isPresent();
            steps.add(new StepLine(
                    number,
                    Messages.of("step." + step),
                    Messages.of("step." + step + ".asks"),
                    held != null ? StepState.HELD : next ? StepState.NEXT : StepState.WAITING,
                    held == null ? null : MeetingLine.of(held.meeting()),
                    held == null ? null : RulingLine.of(held.ruling()),
                    held == null ? null : ActLine.of(held.by())));
        }
        return steps;
    }

    private List<May> may(Actor actor, Procedure procedure) {
        List<May> may = new ArrayList<>();
        if (!procedure.isOpen()) {
            return may;
        }
        boolean writes = actor.actions().contains(WRITE);
        boolean approves = actor.actions().contains(APPROVE)
                && !FourEyes.areOne(procedure.opened().by().hands(), actor.hands());
        boolean needsChoice = isChoiceNeeded(procedure, actor.today()).isPresent();
        add(may, May.APPROVE_POLICY, approves && procedure.state() == Stage.POLICY);
        add(
                may,
                May.CHOOSE_RULE_VERSION,
                writes && needsChoice && (procedure.state() == Stage.STEPS || procedure.state() == Stage.POINTER));
        add(may, May.CONFIRM_PAPERS, approves && procedure.state() == Stage.PAPERS);
        add(may, May.RECORD_DOCUMENT, writes && procedure.state().isRunning());
        add(may, May.HOLD_STEP, writes && !needsChoice && procedure.nextStep().isPresent());
        add(
                may,
                May.CORRECT_STEP,
                writes && procedure.state() == Stage.STEPS && !procedure.steps().isEmpty());
        add(may, May.CHOOSE_AS_HEAD, writes && procedure.awaitsHead());
        add(
                may,
                May.CONCLUDE,
                approves && (procedure.isReady() || (procedure.state() == Stage.POINTER && !needsChoice)));
        add(may, May.STOP, writes);
        return may;
    }

    private static void add(List<May> may, May each, boolean allowed) {
        if (allowed) {
            may.add(Objects.requireNonNull(each));
        }
    }
}
