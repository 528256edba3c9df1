package opencadre.personnel.evaluation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.evaluation.EvaluationOutcome;
import opencadre.personnel.evaluation.EvaluationRegister;
import opencadre.personnel.evaluation.EvaluationSchemes;
import opencadre.personnel.evaluation.EvaluationView;
import opencadre.personnel.evaluation.Evaluations;
import opencadre.personnel.evaluation.PeriodResult;
import opencadre.personnel.evaluation.rule.Circumstance;
import opencadre.personnel.evaluation.web.Requests.EvaluatedPeople;
import opencadre.personnel.evaluation.web.Requests.EvaluatedUnit;
import opencadre.personnel.evaluation.web.Requests.EvaluationDecision;
import opencadre.personnel.evaluation.web.Requests.EvaluationReason;
import opencadre.personnel.evaluation.web.Requests.NewEvaluation;
import opencadre.personnel.evaluation.web.Requests.SheetContent;
import opencadre.personnel.evaluation.web.Views.EvaluationDetail;
import opencadre.personnel.evaluation.web.Views.EvaluationLine;
import opencadre.personnel.evaluation.web.Views.EvaluationPage;
import opencadre.personnel.evaluation.web.Views.EvaluationResult;
import opencadre.personnel.evaluation.web.Views.EvaluationResults;
import opencadre.personnel.evaluation.web.Views.EvaluationSchemeDetail;
import opencadre.personnel.evaluation.web.Views.EvaluationSchemeList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rounds of evaluation. Every change names the revision of the round, and answers with the whole round. */
@RestController
@RequestMapping("/api/personnel")
final class EvaluationController {

    private final EvaluationRegister register;
    private final EvaluationSchemes schemes;
    private final Evaluations evaluations;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Cursors cursors;

    EvaluationController(
            EvaluationRegister register,
            EvaluationSchemes schemes,
            Evaluations evaluations,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency,
            Cursors cursors) {
        this.register = register;
        this.schemes = schemes;
        this.evaluations = evaluations;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    @GetMapping("/evaluation-schemes")
    EvaluationSchemeList listEvaluationSchemes(Actor actor) {
        return work.read(
                actor,
                () -> new EvaluationSchemeList(
                        schemes.all().stream().map(EvaluationSchemeDetail::of).toList()));
    }

    @GetMapping("/evaluations")
    EvaluationPage listEvaluations(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        UUID after = cursor == null ? null : cursors.decode(cursor).id();
        return work.read(actor, () -> {
            List<Evaluations.Line> page = evaluations.page(actor, unit, after, limit + 1);
            List<Evaluations.Line> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listEvaluations").in(unit).counting(shown.size()));
            return new EvaluationPage(
                    shown.stream().map(EvaluationLine::of).toList(),
                    page.size() > limit
                            ? cursors.encode(new Cursors.Position(
                                    "", shown.getLast().evaluation().id()))
                            : null);
        });
    }

    @PostMapping("/evaluations")
    ResponseEntity<String> openEvaluation(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewEvaluation body) {
        return once(
                actor,
                key,
                "openEvaluation",
                body,
                () -> answer(
                        "openEvaluation",
                        HttpStatus.CREATED,
                        null,
                        register.open(actor, body.unitId(), body.level(), body.period(), body.scheme())));
    }

    @GetMapping("/evaluations/{evaluationId}")
    ResponseEntity<EvaluationDetail> getEvaluation(Actor actor, @PathVariable UUID evaluationId) {
        return work.read(
                actor,
                () -> shown(
                        "getEvaluation",
                        HttpStatus.OK,
                        null,
                        register.find(actor, evaluationId).orElseThrow(Refused::notFound)));
    }

    @PutMapping("/evaluations/{evaluationId}")
    ResponseEntity<EvaluationDetail> describeEvaluatedUnit(
            Actor actor,
            @PathVariable UUID evaluationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid EvaluatedUnit body) {
        return work.as(
                actor,
                () -> answer(
                        "describeEvaluatedUnit",
                        HttpStatus.OK,
                        null,
                        register.describe(
                                actor,
                                evaluationId,
                                Preconditions.madeOn(ifMatch),
                                body.unitGrade(),
                                body.unitGradeDocument())));
    }

    @PutMapping("/evaluations/{evaluationId}/sheets/{personId}")
    ResponseEntity<EvaluationDetail> writeEvaluationSheet(
            Actor actor,
            @PathVariable UUID evaluationId,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid SheetContent body) {
        Map<Circumstance, Integer> known = circumstances(body.circumstances());
        return work.as(
                actor,
                () -> answer(
                        "writeEvaluationSheet",
                        HttpStatus.OK,
                        body.reason(),
                        register.write(
                                actor, evaluationId, Preconditions.madeOn(ifMatch), personId, body.sheet(known))));
    }

    @PostMapping("/evaluations/{evaluationId}/people")
    ResponseEntity<String> refreshEvaluation(
            Actor actor,
            @PathVariable UUID evaluationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid EvaluatedPeople body) {
        return once(
                actor,
                key,
                "refreshEvaluation",
                List.of(evaluationId, body),
                () -> answer(
                        "refreshEvaluation",
                        HttpStatus.OK,
                        null,
                        register.refresh(actor, evaluationId, Preconditions.madeOn(ifMatch), body.leaveOut())));
    }

    @PostMapping("/evaluations/{evaluationId}/propose")
    ResponseEntity<String> proposeEvaluation(
            Actor actor,
            @PathVariable UUID evaluationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return once(
                actor,
                key,
                "proposeEvaluation",
                evaluationId,
                () -> answer(
                        "proposeEvaluation",
                        HttpStatus.OK,
                        null,
                        register.propose(actor, evaluationId, Preconditions.madeOn(ifMatch))));
    }

    @PostMapping("/evaluations/{evaluationId}/decide")
    ResponseEntity<String> decideEvaluation(
            Actor actor,
            @PathVariable UUID evaluationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid EvaluationDecision body) {
        return once(
                actor,
                key,
                "decideEvaluation",
                List.of(evaluationId, body),
                () -> answer(
                        "decideEvaluation",
                        HttpStatus.OK,
                        null,
                        register.decide(actor, evaluationId, Preconditions.madeOn(ifMatch), body.document())));
    }

    @PostMapping("/evaluations/{evaluationId}/reopen")
    ResponseEntity<String> reopenEvaluation(
            Actor actor,
            @PathVariable UUID evaluationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid EvaluationReason body) {
        return once(
                actor,
                key,
                "reopenEvaluation",
                List.of(evaluationId, body),
                () -> answer(
                        "reopenEvaluation",
                        HttpStatus.OK,
                        body.reason(),
                        register.reopen(actor, evaluationId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    @GetMapping("/people/{personId}/evaluations")
    EvaluationResults listEvaluationResults(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            List<PeriodResult> results = register.results(actor, personId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("listEvaluationResults").about(personId).counting(results.size()));
            return new EvaluationResults(
                    results.stream().map(EvaluationResult::of).toList());
        });
    }

    private static Map<Circumstance, Integer> circumstances(Map<String, Integer> typed) {
        Map<Circumstance, Integer> known = new EnumMap<>(Circumstance.class);
        List<Finding> findings = new ArrayList<>();
        typed.forEach((name, value) -> {
            try {
                known.put(Circumstance.valueOf(name), value);
            } catch (IllegalArgumentException e) {
                findings.add(Finding.of("circumstances." + name, "evaluation-fact-not-asked"));
            }
        });
        if (!findings.isEmpty()) {
            throw Refused.unlawful(findings);
        }
        return known;
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<EvaluationDetail> answer(
            String operation, HttpStatus status, @Nullable String reason, EvaluationOutcome outcome) {
        return switch (outcome) {
            case EvaluationOutcome.Recorded(EvaluationView view) -> shown(operation, status, reason, view);
            case EvaluationOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case EvaluationOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private ResponseEntity<EvaluationDetail> shown(
            String operation, HttpStatus status, @Nullable String reason, EvaluationView view) {
        audit.write(Audit.Entry.of(operation)
                .on(view.evaluation().id())
                .among(view.lines().stream()
                        .map(line -> line.person().personId())
                        .toList())
                .because(reason));
        return ResponseEntity.status(status)
                .eTag(Preconditions.etag(view.evaluation().revision()))
                .body(EvaluationDetail.of(view));
    }
}
