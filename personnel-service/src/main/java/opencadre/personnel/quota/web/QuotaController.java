package opencadre.personnel.quota.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.DatedFacts;
import opencadre.kit.time.Period;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.quota.QuotaRegister;
import opencadre.personnel.quota.Quotas;
import opencadre.personnel.quota.StaffingQuota;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.unitfact.UnitFactOutcome;
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
import org.springframework.web.bind.annotation.RestController;

/** Staffing quotas of a unit, beside who is there. */
@RestController
@RequestMapping("/api/personnel")
final class QuotaController {

    /** More than a province has. */
    private static final long MOST = 100_000;

    private final QuotaRegister register;
    private final ScopedWork work;
    private final Audit audit;

    QuotaController(QuotaRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    record QuotaList(List<QuotaView> items, List<PresentView> present, boolean whole) {

        static QuotaList of(QuotaRegister.Staffed staffed) {
            return new QuotaList(
                    staffed.quotas().stream().map(QuotaView::of).toList(),
                    staffed.present().stream()
                            .map(each -> new PresentView(each.regime(), each.people()))
                            .toList(),
                    staffed.whole());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PresentView(@Nullable Regime regime, int people) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuotaView(
            UUID id,
            long revision,
            UUID unitId,
            Regime regime,
            int people,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument,
            Instant recordedAt,
            @Nullable String reason) {

        static QuotaView of(DatedFacts.Kept<StaffingQuota> kept) {
            StaffingQuota quota = kept.fact();
            return new QuotaView(
                    quota.id(),
                    kept.revision(),
                    quota.unitId(),
                    quota.regime(),
                    quota.people(),
                    quota.valid().from(),
                    quota.valid().to(),
                    quota.instrument(),
                    kept.recordedAt(),
                    kept.reason());
        }
    }

    record QuotaHistory(List<QuotaBelief> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuotaBelief(
            UUID id,
            Regime regime,
            int people,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument,
            @Nullable String by,
            @Nullable String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {

        static QuotaBelief of(DatedFacts.Belief<StaffingQuota> belief, boolean named) {
            StaffingQuota quota = belief.fact();
            return new QuotaBelief(
                    quota.id(),
                    quota.regime(),
                    quota.people(),
                    quota.valid().from(),
                    quota.valid().to(),
                    quota.instrument(),
                    named ? belief.by() : null,
                    belief.reason(),
                    belief.recordedFrom(),
                    belief.recordedTo(),
                    belief.endedBecause());
        }
    }

    record NewQuota(
            @NotNull UUID unitId,
            @NotNull Regime regime,
            @NotNull @Min(0) @Max(MOST) Integer people,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 300) String instrument,
            @Size(min = 3, max = 500) @Nullable String reason) {

        StaffingQuota quota(UUID id) {
            Period valid = Period.of(validFrom, validTo)
                    .orElseThrow(() -> Refused.unlawful(List.of(Finding.of("validTo", "ends-before-it-begins"))));
            return new StaffingQuota(id, unitId, regime, people, valid, instrument.strip());
        }
    }

    record VoidQuota(@NotNull @Size(min = 3, max = 500) String reason) {}

    @GetMapping("/units/{unitId}/quotas")
    QuotaList listQuotas(Actor actor, @PathVariable UUID unitId) {
        return work.read(actor, () -> {
            QuotaRegister.Staffed staffed = register.staffed(actor, unitId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("listQuotas")
                    .in(unitId)
                    .counting(staffed.present().stream()
                            .mapToInt(Quotas.Present::people)
                            .sum()));
            return QuotaList.of(staffed);
        });
    }

    @GetMapping("/units/{unitId}/quotas/history")
    QuotaHistory getQuotaHistory(Actor actor, @PathVariable UUID unitId) {
        return work.read(actor, () -> {
            // A quota is of public record; who wrote it down is for those who reach the body.
            boolean named = register.reaches(actor, unitId);
            return new QuotaHistory(register.history(unitId).orElseThrow(Refused::notFound).stream()
                    .map(belief -> QuotaBelief.of(belief, named))
                    .toList());
        });
    }

    @PutMapping("/quotas/{quotaId}")
    ResponseEntity<QuotaView> putQuota(
            Actor actor,
            @PathVariable UUID quotaId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid NewQuota body) {
        StaffingQuota wanted = body.quota(quotaId);
        return work.as(
                actor,
                () -> answer(
                        "putQuota",
                        body.reason(),
                        ifMatch == null
                                ? register.record(actor, wanted)
                                : register.correct(actor, wanted, Preconditions.madeOn(ifMatch), body.reason())));
    }

    @PostMapping("/quotas/{quotaId}/void")
    ResponseEntity<Void> voidQuota(
            Actor actor,
            @PathVariable UUID quotaId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid VoidQuota body) {
        return work.as(actor, () -> {
            answer(
                    "voidQuota",
                    body.reason(),
                    register.voided(actor, quotaId, Preconditions.madeOn(ifMatch), body.reason()));
            return ResponseEntity.noContent().build();
        });
    }

    private ResponseEntity<QuotaView> answer(
            String operation, @Nullable String reason, UnitFactOutcome<StaffingQuota> outcome) {
        return switch (outcome) {
            case UnitFactOutcome.Recorded<StaffingQuota>(var kept) -> {
                audit.write(Audit.Entry.of(operation)
                        .in(kept.fact().unitId())
                        .on(kept.fact().id())
                        .because(reason));
                yield ResponseEntity.ok()
                        .eTag(Preconditions.etag(kept.revision()))
                        .body(QuotaView.of(kept));
            }
            case UnitFactOutcome.Unknown<StaffingQuota>() -> throw Refused.notFound();
            case UnitFactOutcome.Differs<StaffingQuota>() ->
                throw new Refused(HttpStatus.CONFLICT, "quota-differs", List.of());
            case UnitFactOutcome.Unlawful<StaffingQuota>(var findings) -> throw Refused.unlawful(findings);
        };
    }
}
