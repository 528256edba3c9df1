package opencadre.personnel.term.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
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
import opencadre.personnel.term.TermOfOffice;
import opencadre.personnel.term.TermRegister;
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

/** Terms of office of a body. */
@RestController
@RequestMapping("/api/personnel")
final class TermController {

    private final TermRegister register;
    private final ScopedWork work;
    private final Audit audit;

    TermController(TermRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    record TermList(List<TermView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermView(
            UUID id,
            long revision,
            UUID unitId,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument,
            Instant recordedAt,
            @Nullable String reason) {

        static TermView of(DatedFacts.Kept<TermOfOffice> kept) {
            TermOfOffice term = kept.fact();
            return new TermView(
                    term.id(),
                    kept.revision(),
                    term.unitId(),
                    term.name(),
                    term.valid().from(),
                    term.valid().to(),
                    term.instrument(),
                    kept.recordedAt(),
                    kept.reason());
        }
    }

    record TermHistory(List<TermBelief> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermBelief(
            UUID id,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument,
            @Nullable String by,
            @Nullable String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {

        static TermBelief of(DatedFacts.Belief<TermOfOffice> belief, boolean named) {
            TermOfOffice term = belief.fact();
            return new TermBelief(
                    term.id(),
                    term.name(),
                    term.valid().from(),
                    term.valid().to(),
                    term.instrument(),
                    named ? belief.by() : null,
                    belief.reason(),
                    belief.recordedFrom(),
                    belief.recordedTo(),
                    belief.endedBecause());
        }
    }

    record NewTerm(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 300) String instrument,
            @Size(min = 3, max = 500) @Nullable String reason) {

        TermOfOffice term(UUID id) {
            Period valid = Period.of(validFrom, validTo)
                    .orElseThrow(() -> Refused.unlawful(List.of(Finding.of("validTo", "ends-before-it-begins"))));
            return new TermOfOffice(id, unitId, name.strip(), valid, instrument.strip());
        }
    }

    record VoidTerm(@NotNull @Size(min = 3, max = 500) String reason) {}

    @GetMapping("/units/{unitId}/terms")
    TermList listTerms(Actor actor, @PathVariable UUID unitId) {
        return work.read(
                actor,
                () -> new TermList(register.of(unitId).orElseThrow(Refused::notFound).stream()
                        .map(TermView::of)
                        .toList()));
    }

    @GetMapping("/units/{unitId}/terms/history")
    TermHistory getTermHistory(Actor actor, @PathVariable UUID unitId) {
        return work.read(actor, () -> {
            // A term is of public record; who wrote it down is for those who reach the body.
            boolean named = register.reaches(actor, unitId);
            return new TermHistory(register.history(unitId).orElseThrow(Refused::notFound).stream()
                    .map(belief -> TermBelief.of(belief, named))
                    .toList());
        });
    }

    @PutMapping("/terms/{termId}")
    ResponseEntity<TermView> putTerm(
            Actor actor,
            @PathVariable UUID termId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid NewTerm body) {
        TermOfOffice wanted = body.term(termId);
        return work.as(
                actor,
                () -> answer(
                        "putTerm",
                        body.reason(),
                        ifMatch == null
                                ? register.record(actor, wanted)
                                : register.correct(actor, wanted, Preconditions.madeOn(ifMatch), body.reason())));
    }

    @PostMapping("/terms/{termId}/void")
    ResponseEntity<Void> voidTerm(
            Actor actor,
            @PathVariable UUID termId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid VoidTerm body) {
        return work.as(actor, () -> {
            answer(
                    "voidTerm",
                    body.reason(),
                    register.voided(actor, termId, Preconditions.madeOn(ifMatch), body.reason()));
            return ResponseEntity.noContent().build();
        });
    }

    private ResponseEntity<TermView> answer(
            String operation, @Nullable String reason, UnitFactOutcome<TermOfOffice> outcome) {
        return switch (outcome) {
            case UnitFactOutcome.Recorded<TermOfOffice>(var kept) -> {
                audit.write(Audit.Entry.of(operation)
                        .in(kept.fact().unitId())
                        .on(kept.fact().id())
                        .because(reason));
                yield ResponseEntity.ok()
                        .eTag(Preconditions.etag(kept.revision()))
                        .body(TermView.of(kept));
            }
            case UnitFactOutcome.Unknown<TermOfOffice>() -> throw Refused.notFound();
            case UnitFactOutcome.Differs<TermOfOffice>() ->
                throw new Refused(HttpStatus.CONFLICT, "term-differs", List.of());
            case UnitFactOutcome.Unlawful<TermOfOffice>(var findings) -> throw Refused.unlawful(findings);
        };
    }
}
