package opencadre.planning.procedure.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
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
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct;
import opencadre.planning.procedure.ProcedureApproval;
import opencadre.planning.procedure.ProcedureOutcome;
import opencadre.planning.procedure.ProcedureRegister;
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.web.Requests.CandidateDocument;
import opencadre.planning.procedure.web.Requests.Conclusion;
import opencadre.planning.procedure.web.Requests.HeadChoice;
import opencadre.planning.procedure.web.Requests.NewProcedure;
import opencadre.planning.procedure.web.Requests.PapersConfirmation;
import opencadre.planning.procedure.web.Requests.Pointer;
import opencadre.planning.procedure.web.Requests.PolicyApproval;
import opencadre.planning.procedure.web.Requests.Reason;
import opencadre.planning.procedure.web.Requests.RuleVersionChoice;
import opencadre.planning.procedure.web.Requests.StepCorrection;
import opencadre.planning.procedure.web.Requests.StepHeld;
import opencadre.planning.procedure.web.Views.ProcedureDetail;
import opencadre.planning.procedure.web.Views.ProcedurePage;
import opencadre.planning.procedure.web.Views.ProcedureRecord;
import opencadre.planning.procedure.web.Views.ProcedureRow;
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

/** The five steps. Every act names the revision it was made on, and every answer is in the audit. */
@RestController
@RequestMapping("/api/planning/procedures")
final class ProcedureController {

    private final Procedures procedures;
    private final ProcedureRegister register;
    private final ProcedureApproval approval;
    private final ProcedurePresenter presenter;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;
    private final Idempotency idempotency;

    ProcedureController(
            Procedures procedures,
            ProcedureRegister register,
            ProcedureApproval approval,
            ProcedurePresenter presenter,
            ScopedWork work,
            Audit audit,
            Cursors cursors,
            Idempotency idempotency) {
        this.procedures = procedures;
        this.register = register;
        this.approval = approval;
        this.presenter = presenter;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GetMapping
    ProcedurePage listProcedures(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID seatId,
            @RequestParam(required = false) @Nullable Stage state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Procedures.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<Procedures.Line> page = procedures.page(
                    actor, new Procedures.Query(unitId, seatId, state, actor.today()), after, limit + 1);
            List<Procedures.Line> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listProcedures").in(unitId).counting(shown.size()));
            return new ProcedurePage(
                    shown.stream().map(ProcedureRow::of).toList(),
                    page.size() > limit
                            ? cursors.encode(new Cursors.Position(
                                    shown.getLast().openedAt().toString(),
                                    shown.getLast().id()))
                            : null);
        });
    }

    @GetMapping("/{procedureId}")
    ResponseEntity<ProcedureDetail> getProcedure(Actor actor, @PathVariable UUID procedureId) {
        return work.read(actor, () -> {
            Procedure procedure = procedures.find(actor, procedureId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getProcedure")
                    .among(procedure.people())
                    .in(procedure.opened().act().unitId())
                    .on(procedureId));
            return shown(actor, HttpStatus.OK, procedure);
        });
    }

    @GetMapping("/{procedureId}/record")
    ProcedureRecord getProcedureRecord(Actor actor, @PathVariable UUID procedureId) {
        return work.read(actor, () -> {
            Procedure procedure = procedures.find(actor, procedureId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getProcedureRecord")
                    .among(procedure.people())
                    .in(procedure.opened().act().unitId())
                    .on(procedureId));
            return ProcedureRecord.of(procedure);
        });
    }

    @PostMapping
    ResponseEntity<String> openProcedure(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewProcedure body) {
        return once(
                actor,
                key,
                "openProcedure",
                body,
                () -> answer(actor, "openProcedure", HttpStatus.CREATED, opened(actor, body)));
    }

    /** Either runs here with its candidates, or on paper elsewhere and names nobody. */
    private ProcedureOutcome opened(Actor actor, NewProcedure body) {
        List<UUID> candidates = body.candidates();
        Pointer pointer = body.pointer();
        if (pointer != null && candidates == null) {
            return register.point(actor, body.seatId(), body.requestedOn(), pointer.pointer());
        }
        if (candidates == null) {
            throw Refused.invalid(Finding.of("candidates", "required"));
        }
        if (pointer != null) {
            throw Refused.invalid(Finding.of("candidates", "pointer-names-nobody"));
        }
        return register.open(actor, body.seatId(), body.requestedOn(), candidates);
    }

    @PostMapping("/{procedureId}/policy-approval")
    ResponseEntity<String> approvePolicy(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid PolicyApproval body) {
        return once(
                actor,
                key,
                "approvePolicy",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "approvePolicy",
                        HttpStatus.OK,
                        approval.approvePolicy(
                                actor,
                                procedureId,
                                Preconditions.madeOn(ifMatch),
                                new ProcedureAct.PolicyApproved(body.approvedOn(), body.decision(), body.reason()))));
    }

    @PostMapping("/{procedureId}/papers-confirmation")
    ResponseEntity<String> confirmPapers(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid PapersConfirmation body) {
        return once(
                actor,
                key,
                "confirmPapers",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "confirmPapers",
                        HttpStatus.OK,
                        approval.confirmPapers(actor, procedureId, Preconditions.madeOn(ifMatch), body.note())));
    }

    @PostMapping("/{procedureId}/rule-version")
    ResponseEntity<String> chooseRuleVersion(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid RuleVersionChoice body) {
        return once(
                actor,
                key,
                "chooseRuleVersion",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "chooseRuleVersion",
                        HttpStatus.OK,
                        register.chooseRuleVersion(
                                actor, procedureId, Preconditions.madeOn(ifMatch), body.choice(), body.reason())));
    }

    @PostMapping("/{procedureId}/documents")
    ResponseEntity<String> recordDocument(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid CandidateDocument body) {
        return once(
                actor,
                key,
                "recordDocument",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "recordDocument",
                        HttpStatus.OK,
                        register.recordDocument(
                                actor,
                                procedureId,
                                Preconditions.madeOn(ifMatch),
                                new ProcedureAct.DocumentRecorded(
                                        body.personId(), body.kind(), body.number(), body.issuedOn()))));
    }

    @PostMapping("/{procedureId}/steps/{number}")
    ResponseEntity<String> holdStep(
            Actor actor,
            @PathVariable UUID procedureId,
            @PathVariable @Min(1) @Max(5) int number,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid StepHeld body) {
        return once(
                actor,
                key,
                "holdStep",
                List.of(procedureId, number, body),
                () -> answer(
                        actor,
                        "holdStep",
                        HttpStatus.OK,
                        register.hold(
                                actor,
                                procedureId,
                                Preconditions.madeOn(ifMatch),
                                number,
                                body.meeting().meeting())));
    }

    @PutMapping("/{procedureId}/steps/{number}")
    ResponseEntity<ProcedureDetail> correctStep(
            Actor actor,
            @PathVariable UUID procedureId,
            @PathVariable @Min(1) @Max(5) int number,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid StepCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "correctStep",
                        HttpStatus.OK,
                        register.correct(
                                actor,
                                procedureId,
                                Preconditions.madeOn(ifMatch),
                                number,
                                body.meeting().meeting(),
                                body.reason())));
    }

    @PostMapping("/{procedureId}/head-choice")
    ResponseEntity<String> recordHeadChoice(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid HeadChoice body) {
        return once(
                actor,
                key,
                "recordHeadChoice",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "recordHeadChoice",
                        HttpStatus.OK,
                        register.chooseAsHead(
                                actor,
                                procedureId,
                                Preconditions.madeOn(ifMatch),
                                new ProcedureAct.HeadChose(body.personId(), body.views()))));
    }

    @PostMapping("/{procedureId}/conclude")
    ResponseEntity<String> concludeProcedure(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid Conclusion body) {
        return once(
                actor,
                key,
                "concludeProcedure",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "concludeProcedure",
                        HttpStatus.OK,
                        approval.conclude(
                                actor,
                                procedureId,
                                Preconditions.madeOn(ifMatch),
                                body.concludedOn(),
                                body.personId(),
                                body.reason())));
    }

    @PostMapping("/{procedureId}/stop")
    ResponseEntity<String> stopProcedure(
            Actor actor,
            @PathVariable UUID procedureId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid Reason body) {
        return once(
                actor,
                key,
                "stopProcedure",
                List.of(procedureId, body),
                () -> answer(
                        actor,
                        "stopProcedure",
                        HttpStatus.OK,
                        register.stop(actor, procedureId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<ProcedureDetail> answer(
            Actor actor, String operation, HttpStatus status, ProcedureOutcome outcome) {
        return switch (outcome) {
            case ProcedureOutcome.Recorded(Procedure procedure) -> {
                audit.write(Audit.Entry.of(operation)
                        .among(procedure.people())
                        .in(procedure.opened().act().unitId())
                        .on(procedure.id()));
                yield shown(actor, status, procedure);
            }
            case ProcedureOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case ProcedureOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private ResponseEntity<ProcedureDetail> shown(Actor actor, HttpStatus status, Procedure procedure) {
        return ResponseEntity.status(status)
                .eTag(Preconditions.etag(procedure.revision()))
                .body(presenter.detail(actor, procedure));
    }

    private static Procedures.Position position(Cursors.Position line) {
        return new Procedures.Position(line.moment(), line.id());
    }
}
