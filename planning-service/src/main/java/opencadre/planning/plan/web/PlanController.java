package opencadre.planning.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.planning.plan.PlanApprovals;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanLimits;
import opencadre.planning.plan.PlanLine;
import opencadre.planning.plan.PlanOutcome;
import opencadre.planning.plan.PlanRegister;
import opencadre.planning.plan.PlanState;
import opencadre.planning.plan.Plans;
import opencadre.planning.plan.web.Requests.NewPlanEntry;
import opencadre.planning.plan.web.Requests.PlanApproval;
import opencadre.planning.plan.web.Requests.PlanApprovalLine;
import opencadre.planning.plan.web.Requests.PlanApprovalList;
import opencadre.planning.plan.web.Requests.PlanCorrection;
import opencadre.planning.plan.web.Requests.PlanRemoval;
import opencadre.planning.plan.web.Views.PlanApproved;
import opencadre.planning.plan.web.Views.PlanEntryDetail;
import opencadre.planning.plan.web.Views.PlanEntryPage;
import opencadre.planning.plan.web.Views.PlanHistory;
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

/** Plans. A POST may be sent twice, a change names the revision it was made on; every answer is in the audit. */
@RestController
@RequestMapping("/api/planning/plan-entries")
final class PlanController {

    private static final List<String> PROPOSALS = List.of("plan.write", "plan.approve");

    private final Plans plans;
    private final PlanRegister register;
    private final PlanApprovals approvals;
    private final PlanLimits limits;
    private final Access access;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;
    private final Idempotency idempotency;

    PlanController(
            Plans plans,
            PlanRegister register,
            PlanApprovals approvals,
            PlanLimits limits,
            Access access,
            ScopedWork work,
            Audit audit,
            Cursors cursors,
            Idempotency idempotency) {
        this.plans = plans;
        this.register = register;
        this.approvals = approvals;
        this.limits = limits;
        this.access = access;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GetMapping
    PlanEntryPage listPlanEntries(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID seatId,
            @RequestParam(required = false) @Nullable UUID personId,
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        Plans.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<PlanLine> page = plans.page(
                    actor, proposals(actor), new Plans.Query(unitId, seatId, personId, state, day), after, limit + 1);
            List<PlanLine> shown = page.subList(0, Math.min(limit, page.size()));
            Map<UUID, List<Finding>> review =
                    limits.review(shown.stream().map(PlanLine::entry).toList(), day);
            audit.write(Audit.Entry.of("listPlanEntries")
                    .about(personId)
                    .among(shown.stream().map(line -> line.entry().personId()).toList())
                    .in(unitId));
            return new PlanEntryPage(
                    day,
                    shown.stream()
                            .map(line -> PlanEntryDetail.of(
                                    line,
                                    day,
                                    actor,
                                    review.getOrDefault(line.entry().id(), List.of())))
                            .toList(),
                    page.size() > limit ? next(shown.getLast().entry()) : null);
        });
    }

    @GetMapping("/{entryId}")
    ResponseEntity<PlanEntryDetail> getPlanEntry(
            Actor actor, @PathVariable UUID entryId, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            PlanLine line = plans.find(actor, proposals(actor), entryId, day).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getPlanEntry").about(line.entry().personId()));
            return ResponseEntity.ok().eTag(Preconditions.etag(line.revision())).body(detail(line, day, actor));
        });
    }

    @GetMapping("/{entryId}/history")
    PlanHistory getPlanEntryHistory(Actor actor, @PathVariable UUID entryId) {
        return work.read(actor, () -> {
            List<Actor> proposals = proposals(actor);
            PlanLine line = plans.find(actor, proposals, entryId, actor.today()).orElseThrow(Refused::notFound);
            PlanHistory history = plans.file(entryId).map(PlanHistory::of).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getPlanEntryHistory").about(line.entry().personId()));
            // What was only proposed once stays with those who may propose or approve.
            return proposals.isEmpty()
                    ? new PlanHistory(
                            entryId,
                            history.items().stream()
                                    .filter(belief -> belief.approvedOn() != null)
                                    .toList())
                    : history;
        });
    }

    @PostMapping
    ResponseEntity<String> proposePlanEntry(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewPlanEntry body) {
        return once(
                actor,
                key,
                "proposePlanEntry",
                body,
                () -> answer(
                        actor,
                        "proposePlanEntry",
                        HttpStatus.CREATED,
                        null,
                        register.propose(
                                actor,
                                new PlanRegister.Proposal(body.personId(), body.seatId(), body.term(), body.source()),
                                body.paper() == null ? null : body.paper().paper())));
    }

    @PutMapping("/{entryId}")
    ResponseEntity<PlanEntryDetail> correctPlanEntry(
            Actor actor,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid PlanCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "correctPlanEntry",
                        HttpStatus.OK,
                        body.reason(),
                        register.correct(
                                actor,
                                entryId,
                                Preconditions.madeOn(ifMatch),
                                body.decision(),
                                body.approvedOn(),
                                body.reason())));
    }

    @PostMapping("/{entryId}/approve")
    ResponseEntity<String> approvePlanEntry(
            Actor actor,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid PlanApproval body) {
        return once(
                actor,
                key,
                "approvePlanEntry",
                List.of(entryId, body),
                () -> answer(
                        actor,
                        "approvePlanEntry",
                        HttpStatus.OK,
                        null,
                        register.approve(
                                actor, entryId, Preconditions.madeOn(ifMatch), body.decision(), body.approvedOn())));
    }

    @PostMapping("/approvals")
    ResponseEntity<String> approvePlanEntries(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid PlanApprovalList body) {
        return once(actor, key, "approvePlanEntries", body, () -> {
            List<Finding> findings = approvals.approve(
                    actor,
                    body.entries().stream()
                            .map(each -> new PlanApprovals.Wanted(
                                    each.id(), each.revision(), each.decision(), each.approvedOn()))
                            .toList());
            if (!findings.isEmpty()) {
                throw Refused.unlawful(findings);
            }
            audit.write(Audit.Entry.of("approvePlanEntries")
                    .among(
                            plans
                                    .aims(
                                            actor,
                                            body.entries().stream()
                                                    .map(PlanApprovalLine::id)
                                                    .toList())
                                    .values()
                                    .stream()
                                    .map(Plans.Aim::personId)
                                    .toList()));
            return ResponseEntity.ok(new PlanApproved(body.entries().size()));
        });
    }

    @PostMapping("/{entryId}/remove")
    ResponseEntity<String> removePlanEntry(
            Actor actor,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid PlanRemoval body) {
        return once(
                actor,
                key,
                "removePlanEntry",
                List.of(entryId, body),
                () -> answer(
                        actor,
                        "removePlanEntry",
                        HttpStatus.OK,
                        body.reason(),
                        register.remove(
                                actor,
                                entryId,
                                Preconditions.madeOn(ifMatch),
                                new PlanEntry.Removal(body.removedOn(), body.decision(), body.reason()))));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<PlanEntryDetail> answer(
            Actor actor, String operation, HttpStatus status, @Nullable String reason, PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Recorded(UUID entryId, UUID personId) -> {
                audit.write(Audit.Entry.of(operation).about(personId).because(reason));
                PlanLine line = plans.find(actor, List.of(actor), entryId, actor.today())
                        .orElseThrow();
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(line.revision()))
                        .body(detail(line, actor.today(), actor));
            }
            case PlanOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case PlanOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private PlanEntryDetail detail(PlanLine line, LocalDate day, Actor actor) {
        return PlanEntryDetail.of(
                line,
                day,
                actor,
                limits.review(List.of(line.entry()), day)
                        .getOrDefault(line.entry().id(), List.of()));
    }

    /** The actor as whoever may propose, and as whoever may approve, where they may. */
    private List<Actor> proposals(Actor actor) {
        return PROPOSALS.stream()
                .map(access.acting(actor))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Plans.Position position(Cursors.Position line) {
        return new Plans.Position(line.moment(), line.id());
    }

    private String next(PlanEntry last) {
        return cursors.encode(new Cursors.Position(last.latest().at().toString(), last.id()));
    }
}
