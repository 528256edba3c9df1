package opencadre.personnel.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.evaluation.Evaluation.State;
import opencadre.personnel.evaluation.RatedPerson.Decided;
import opencadre.personnel.evaluation.rule.CapRules;
import opencadre.personnel.evaluation.rule.CapRules.Rated;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.GradeRules;
import opencadre.personnel.evaluation.rule.GradeRules.OnFile;
import opencadre.personnel.evaluation.rule.Judgement;
import opencadre.personnel.evaluation.rule.RatedPeriod;
import opencadre.personnel.evaluation.rule.Remark;
import opencadre.personnel.evaluation.rule.RoundRules;
import opencadre.personnel.evaluation.rule.Scheme;
import opencadre.personnel.evaluation.rule.Sheet;
import opencadre.personnel.evaluation.rule.SheetRules;
import opencadre.personnel.evaluation.rule.Standing;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.ConductOutcome;
import opencadre.personnel.person.ConductRegister;
import opencadre.personnel.person.People;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases of rounds. What the rules make of a sheet is reckoned on every reading and kept once it is decided; a
 * decided year becomes the rating of each file by the use cases of conduct.
 */
@Service
public class EvaluationRegister {

    private final Evaluations evaluations;
    private final SelfAssessments assessments;
    private final EvaluationSchemes schemes;
    private final ConductRegister conduct;
    private final People people;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final Places places;
    private final ScopedWork work;
    private final Grants grants;
    private final Clock clock;

    EvaluationRegister(
            Evaluations evaluations,
            SelfAssessments assessments,
            EvaluationSchemes schemes,
            ConductRegister conduct,
            People people,
            Units units,
            opencadre.kit.access.Units nodes,
            Places places,
            ScopedWork work,
            Grants grants,
            Clock clock) {
        this.evaluations = evaluations;
        this.assessments = assessments;
        this.schemes = schemes;
        this.conduct = conduct;
        this.people = people;
        this.units = units;
        this.nodes = nodes;
        this.places = places;
        this.work = work;
        this.grants = grants;
        this.clock = clock;
    }

    /** A round as it stands; nothing outside the actor's scope. */
    public Optional<EvaluationView> find(Actor actor, UUID id) {
        return evaluations.find(actor, id).map(evaluation -> view(actor, evaluation));
    }

    /** What was decided of somebody, latest first; nothing of somebody outside the actor's scope. */
    public Optional<List<PeriodResult>> results(Actor actor, UUID personId) {
        return places.isVisible(actor, personId)
                ? Optional.of(
                        evaluations.results(actor, List.of(personId), null).getOrDefault(personId, List.of()))
                : Optional.empty();
    }

    /** Opens a round over those who hold main posts in the unit today, or on the last day of a period that is over. */
    public EvaluationOutcome open(
            Actor actor, UUID unitId, ManagementScope level, RatedPeriod period, String schemeCode) {
        if (!nodes.isInReach(actor, unitId, level.ordinal())) {
            return new EvaluationOutcome.Unknown();
        }
        Optional<Scheme> scheme = schemes.find(schemeCode);
        List<Finding> findings = RoundRules.ofOpening(scheme, period, actor.today());
        if (!findings.isEmpty()) {
            return new EvaluationOutcome.Unlawful(findings);
        }
        Evaluation opened = new Evaluation(
                UuidV7.next(clock),
                1,
                TwoClocks.now(clock),
                unitId,
                level,
                period,
                scheme.orElseThrow(),
                State.OPEN,
                null,
                null,
                actor.hands(),
                actor.name(),
                null,
                null,
                null);
        List<Evaluations.Holder> holders = holders(actor, opened);
        findings = RoundRules.ofPeople(holders.size());
        if (findings.isEmpty() && !evaluations.add(opened)) {
            findings = List.of(Finding.of(null, "evaluation-already-there"));
        }
        if (!findings.isEmpty()) {
            return new EvaluationOutcome.Unlawful(findings);
        }
        evaluations.admit(opened.id(), blank(holders), actor.hands());
        return new EvaluationOutcome.Recorded(view(actor, opened));
    }

    /** Says how the unit itself was rated. */
    public EvaluationOutcome describe(
            Actor actor, UUID id, LongPredicate madeOn, @Nullable Grade unitGrade, @Nullable String document) {
        return change(actor, id, madeOn, State.OPEN, evaluation -> {
            List<Finding> findings = RoundRules.ofUnitGrade(unitGrade);
            return findings.isEmpty()
                    ? new Step.Taken(evaluation.ofUnit(unitGrade, document).writtenBy(actor.hands()))
                    : new Step.Refused(findings);
        });
    }

    /**
     * Says what there is to say of somebody. Nobody does so of themself: what they think of it is theirs to say, see
     * {@link SelfAssessmentRegister}, or comes by their paper.
     */
    public EvaluationOutcome write(Actor actor, UUID id, LongPredicate madeOn, UUID personId, Sheet sheet) {
        return change(actor, id, madeOn, State.OPEN, evaluation -> {
            Optional<RatedPerson> person = evaluations.people(actor, id).stream()
                    .filter(each -> each.personId().equals(personId))
                    .findFirst();
            if (person.isEmpty()) {
                return new Step.Unknown();
            }
            List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(actor.hands(), List.of(personId)));
            findings.addAll(SheetRules.ofTyped(evaluation.scheme(), sheet));
            if (!findings.isEmpty()) {
                return new Step.Refused(findings);
            }
            evaluations.put(id, person.get().saying(sheet), actor.hands());
            return new Step.Taken(evaluation.writtenBy(actor.hands()));
        });
    }

    /**
     * Brings the people of an open round up to date: who came to the unit is added, who left it is taken out, and so is
     * whoever is named. What was decided of somebody before stays.
     */
    public EvaluationOutcome refresh(Actor actor, UUID id, LongPredicate madeOn, Collection<UUID> leftOut) {
        return change(actor, id, madeOn, State.OPEN, evaluation -> {
            List<RatedPerson> standing = evaluations.people(actor, id);
            Set<UUID> there = standing.stream().map(RatedPerson::personId).collect(Collectors.toSet());
            if (!there.containsAll(leftOut)) {
                return new Step.Unknown();
            }
            Map<UUID, Evaluations.Holder> holders = holders(actor, evaluation).stream()
                    .filter(holder -> !leftOut.contains(holder.personId()))
                    .collect(Collectors.toMap(Evaluations.Holder::personId, Function.identity()));
            List<Finding> findings = RoundRules.ofPeople(holders.size());
            if (!findings.isEmpty()) {
                return new Step.Refused(findings);
            }
            evaluations.remove(
                    id,
                    standing.stream()
                            .filter(person -> person.ratingId() == null && !holders.containsKey(person.personId()))
                            .map(RatedPerson::personId)
                            .toList());
            // Whoever has left for where the actor does not see them is rated there; nothing of them is told here.
            places.asService(() -> evaluations.removeGone(evaluation, actor.today(), there));
            evaluations.admit(
                    id,
                    blank(holders.values().stream()
                            .filter(holder -> !there.contains(holder.personId()))
                            .toList()),
                    actor.hands());
            return new Step.Taken(evaluation.writtenBy(actor.hands()));
        });
    }

    /** Hands it to whoever decides, once nothing is missing and nothing is against it. */
    public EvaluationOutcome propose(Actor actor, UUID id, LongPredicate madeOn) {
        return change(actor, id, madeOn, State.OPEN, evaluation -> {
            List<Finding> findings = against(view(actor, evaluation));
            if (!findings.isEmpty()) {
                return new Step.Refused(findings);
            }
            Evaluation written = evaluation.writtenBy(actor.hands());
            evaluations.proposed(id, written.authors());
            return new Step.Taken(written.in(
                    State.PROPOSED,
                    new Evaluation.Proposed(actor.name(), TwoClocks.now(clock)),
                    null,
                    evaluation.reason()));
        });
    }

    /**
     * Decides on everybody but whoever decides: their own sheet waits for another. Of a year it becomes the rating of
     * each file; one that an earlier decision gave is put right.
     */
    public EvaluationOutcome decide(Actor actor, UUID id, LongPredicate madeOn, @Nullable String document) {
        return change(actor, id, madeOn, State.PROPOSED, evaluation -> {
            List<Finding> findings =
                    new ArrayList<>(RoundRules.ofDecider(actor.hands(), grants.hands(evaluation.authors())));
            EvaluationView view = view(actor, evaluation);
            List<EvaluationView.Line> lines = view.lines().stream()
                    .filter(line -> line.person().decided() == null)
                    .toList();
            List<EvaluationView.Line> others = lines.stream()
                    .filter(line ->
                            !FourEyes.areOf(actor.hands(), List.of(line.person().personId())))
                    .toList();
            if (findings.isEmpty() && others.isEmpty()) {
                findings.addAll(FourEyes.ofOwnAffair(
                        actor.hands(),
                        lines.stream().map(line -> line.person().personId()).toList()));
            }
            if (findings.isEmpty()) {
                findings.addAll(against(view));
            }
            if (findings.isEmpty()) {
                Instant at = TwoClocks.now(clock);
                for (EvaluationView.Line line : others) {
                    findings.addAll(decide(actor, evaluation, view.unitName(), line, document, at));
                }
            }
            if (!findings.isEmpty()) {
                return new Step.Refused(findings);
            }
            return new Step.Taken(evaluation.in(
                    others.size() == lines.size() ? State.DECIDED : State.PROPOSED,
                    evaluation.proposed(),
                    document,
                    evaluation.reason()));
        });
    }

    /** Sends back what was proposed, or opens again what was decided; ratings stand until it is decided anew. */
    public EvaluationOutcome reopen(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return change(actor, id, madeOn, null, evaluation -> {
            if (evaluation.state() == State.OPEN) {
                return new Step.Refused(List.of(Finding.of(null, "evaluation-in-other-state-OPEN")));
            }
            evaluations.reopened(id);
            return new Step.Taken(evaluation.in(State.OPEN, null, evaluation.document(), reason));
        });
    }

    /** What comes of a step. */
    private sealed interface Step {

        record Taken(Evaluation evaluation) implements Step {}

        record Refused(List<Finding> findings) implements Step {}

        record Unknown() implements Step {}
    }

    private EvaluationOutcome change(
            Actor actor, UUID id, LongPredicate madeOn, @Nullable State in, Function<Evaluation, Step> step) {
        Optional<Evaluation> held = evaluations.lock(actor, id);
        if (held.isEmpty() || !madeOn.test(held.get().revision())) {
            return new EvaluationOutcome.Unknown();
        }
        if (in != null && held.get().state() != in) {
            return new EvaluationOutcome.Unlawful(List.of(
                    Finding.of(null, "evaluation-in-other-state-" + held.get().state())));
        }
        return switch (step.apply(held.get())) {
            case Step.Taken(Evaluation changed) -> {
                Evaluation next = changed.next(TwoClocks.after(held.get().recordedAt(), TwoClocks.now(clock)));
                evaluations.put(next);
                yield new EvaluationOutcome.Recorded(view(actor, next));
            }
            case Step.Refused(var findings) -> new EvaluationOutcome.Unlawful(findings);
            case Step.Unknown() -> new EvaluationOutcome.Unknown();
        };
    }

    private List<Evaluations.Holder> holders(Actor actor, Evaluation evaluation) {
        LocalDate last = evaluation.period().last();
        List<Evaluations.Holder> holders = evaluations.holders(
                actor,
                evaluation.unitId(),
                evaluation.level(),
                evaluation.scheme().corps(),
                last.isAfter(actor.today()) ? actor.today() : last);
        Set<UUID> elsewhere = work.unfenced(() -> evaluations.ratedElsewhere(
                evaluation.id(),
                evaluation.period(),
                evaluation.scheme().code(),
                holders.stream().map(Evaluations.Holder::personId).toList()));
        return holders.stream()
                .filter(holder -> !elsewhere.contains(holder.personId()))
                .toList();
    }

    private static Map<Evaluations.Holder, Sheet> blank(List<Evaluations.Holder> holders) {
        return holders.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        holder -> Sheet.blank(
                                holder.leads() == null ? null : holder.leads() ? Standing.LEADER : Standing.STAFF)));
    }

    private EvaluationView view(Actor actor, Evaluation evaluation) {
        List<RatedPerson> rated = evaluations.people(actor, evaluation.id());
        List<UUID> ids = rated.stream().map(RatedPerson::personId).toList();
        Map<UUID, List<Conduct>> conducts = people.conduct(ids);
        Map<UUID, List<Assignment>> posts = people.assignments(ids);
        Map<UUID, List<PeriodResult>> results =
                evaluations.results(actor, ids, evaluation.period().year());
        Map<UUID, SelfAssessment> said = assessments.of(evaluation.id());
        List<EvaluationView.Line> lines = rated.stream()
                .map(person -> new EvaluationView.Line(
                        person,
                        said.get(person.personId()),
                        GradeRules.judge(
                                evaluation.scheme(),
                                person.sheet(),
                                onFile(
                                        evaluation.period(),
                                        conducts.getOrDefault(person.personId(), List.of()),
                                        posts.getOrDefault(person.personId(), List.of()))),
                        results.getOrDefault(person.personId(), List.of()).stream()
                                .filter(result -> result.period().quarter() != null)
                                .filter(result -> !result.evaluationId().equals(evaluation.id()))
                                .toList()))
                .toList();
        List<Rated> grades = lines.stream()
                .map(line -> new Rated(line.person().sheet().standing(), grade(line)))
                .toList();
        Scheme.Cap cap = evaluation.scheme().cap();
        return new EvaluationView(
                evaluation,
                units.names(List.of(evaluation.unitId()), actor.today()).get(evaluation.unitId()),
                lines,
                cap == null ? List.of() : CapRules.tallies(cap, evaluation.unitGrade(), grades),
                RoundRules.ofRound(evaluation.scheme(), evaluation.unitGrade(), grades));
    }

    /** Once it is decided, what was; whatever became of the file since. */
    private static @Nullable Grade grade(EvaluationView.Line line) {
        Decided decided = line.person().decided();
        return decided == null ? line.judgement().grade() : decided.grade();
    }

    private static OnFile onFile(RatedPeriod period, List<Conduct> conduct, List<Assignment> posts) {
        LocalDate year = LocalDate.of(period.year(), 1, 1);
        return new OnFile(
                conduct.stream()
                        .filter(fact -> fact.recorded().to() == null)
                        .flatMap(fact -> fact.content() instanceof Conduct.Discipline of
                                ? Stream.of(of.decidedOn())
                                : Stream.empty())
                        .filter(period.days()::contains)
                        .toList(),
                GradeRules.monthsInOffice(
                        posts.stream()
                                .filter(post -> post.recorded().to() == null)
                                .map(Assignment::valid)
                                .toList(),
                        new Period(year, year.plusYears(1))));
    }

    /** Everything that has to be settled, each at its person or at the round. */
    private List<Finding> against(EvaluationView view) {
        List<Finding> findings = new ArrayList<>();
        int undecided =
                work.unfenced(() -> evaluations.undecided(view.evaluation().id()));
        int seen = Math.toIntExact(view.lines().stream()
                .filter(line -> line.person().decided() == null)
                .count());
        if (undecided > seen) {
            findings.add(Finding.of(null, "evaluation-people-out-of-reach", undecided - seen));
        }
        view.lines().stream()
                .filter(line -> line.person().decided() == null)
                .forEach(line -> line.judgement().remarks().stream()
                        .filter(Remark::blocks)
                        .forEach(remark -> findings.add(at(line.person().personId(), remark.finding()))));
        view.remarks().stream().filter(Remark::blocks).map(Remark::finding).forEach(findings::add);
        return findings;
    }

    private static Finding at(UUID personId, Finding finding) {
        String field = "sheets." + personId + (finding.field() == null ? "" : "." + finding.field());
        return new Finding(field, finding.code(), finding.messages(), finding.article());
    }

    private List<Finding> decide(
            Actor actor,
            Evaluation evaluation,
            @Nullable String unitName,
            EvaluationView.Line line,
            @Nullable String document,
            Instant at) {
        RatedPerson person = line.person();
        Grade grade = Objects.requireNonNull(line.judgement().grade());
        UUID rating = person.ratingId();
        if (evaluation.period().quarter() == null) {
            Conduct.Rating content = new Conduct.Rating(evaluation.period().year(), onRecord(grade), document);
            Optional<Conduct> standing =
                    rating == null ? Optional.empty() : people.believedConduct(person.personId(), rating);
            if (standing.isPresent() && standing.get().content().equals(content)) {
                return kept(evaluation, unitName, line, document, actor, at);
            }
            switch (rated(actor, evaluation, person, standing, content)) {
                case ConductOutcome.Recorded(var view) ->
                    rating = view.items().stream()
                            .filter(fact -> fact.content() instanceof Conduct.Rating of && of.year() == content.year())
                            .map(Conduct::id)
                            .findFirst()
                            .orElseThrow();
                case ConductOutcome.Unlawful(var findings) -> {
                    return findings.stream()
                            .map(finding -> at(person.personId(), finding))
                            .toList();
                }
                case ConductOutcome.Unknown() -> {
                    return List.of(Finding.of(null, "evaluation-people-out-of-reach", 1));
                }
            }
        }
        return kept(evaluation, unitName, line.of(person.decided(person.decided(), rating)), document, actor, at);
    }

    private List<Finding> kept(
            Evaluation evaluation,
            @Nullable String unitName,
            EvaluationView.Line line,
            @Nullable String document,
            Actor actor,
            Instant at) {
        RatedPerson person = line.person();
        Judgement judgement = line.judgement();
        Grade grade = Objects.requireNonNull(judgement.grade());
        evaluations.put(
                evaluation.id(),
                person.decided(new Decided(grade, actor.name(), actor.hands(), at), person.ratingId()),
                Set.of());
        evaluations.put(
                new PeriodResult(
                        evaluation.id(),
                        person.personId(),
                        evaluation.unitId(),
                        unitName == null ? "" : unitName,
                        evaluation.period(),
                        evaluation.scheme().regulation(),
                        judgement.complete() ? judgement.points() : null,
                        grade,
                        document,
                        actor.name(),
                        at),
                at);
        return List.of();
    }

    private ConductOutcome rated(
            Actor actor,
            Evaluation evaluation,
            RatedPerson person,
            Optional<Conduct> standing,
            Conduct.Rating content) {
        LongPredicate anyRevision = revision -> true;
        if (standing.isPresent()) {
            String reason = evaluation.reason();
            return conduct.correct(
                    actor,
                    person.personId(),
                    anyRevision,
                    standing.get().id(),
                    content,
                    reason == null ? evaluation.period().text() : reason);
        }
        return conduct.add(actor, person.personId(), anyRevision, content);
    }

    private static Conduct.Grade onRecord(Grade grade) {
        return switch (grade) {
            case HTXSNV -> Conduct.Grade.HTXSNV;
            case HTTNV -> Conduct.Grade.HTTNV;
            case HTNV -> Conduct.Grade.HTNV;
            case KHTNV -> Conduct.Grade.KHTNV;
            case KXL -> Conduct.Grade.KXL;
        };
    }
}
