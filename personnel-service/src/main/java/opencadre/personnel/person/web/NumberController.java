package opencadre.personnel.person.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.IdNumber;
import opencadre.personnel.person.IdNumberView;
import opencadre.personnel.person.NumberRegister;
import opencadre.personnel.person.Origins;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.Recorders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The identification number of a person, which is sensitive as what a CV says of them is. */
@RestController
@RequestMapping("/api/personnel/people/{personId}/id-number")
final class NumberController {

    private final NumberRegister register;
    private final Origins origins;
    private final ScopedWork work;
    private final Audit audit;

    NumberController(NumberRegister register, Origins origins, ScopedWork work, Audit audit) {
        this.register = register;
        this.origins = origins;
        this.work = work;
        this.audit = audit;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdNumberDetail(
            UUID personId,
            long revision,
            @Nullable String idNumber,
            List<IdNumberDoubt> doubts,
            List<IdNumberLine> beliefs) {

        static IdNumberDetail of(IdNumberView view, Recorders recorders) {
            return new IdNumberDetail(
                    view.personId(),
                    view.revision(),
                    view.standing().map(IdNumber::number).orElse(null),
                    view.doubts().stream()
                            .map(code -> new IdNumberDoubt(code, Messages.of(code)))
                            .toList(),
                    view.beliefs().stream()
                            .map(belief -> IdNumberLine.of(belief, recorders))
                            .toList());
        }
    }

    record IdNumberDoubt(String code, Bilingual messages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdNumberLine(
            String idNumber,
            @Nullable String idNumberReason,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static IdNumberLine of(IdNumber belief, Recorders recorders) {
            return new IdNumberLine(
                    belief.number(),
                    belief.standsBecause(),
                    belief.document(),
                    belief.recorded().from(),
                    belief.recorded().to(),
                    recorders.by(belief.recorded()),
                    belief.recorded().reason(),
                    belief.recorded().endedBecause(),
                    recorders.endedBy(belief.recorded()));
        }
    }

    record IdNumberCorrection(
            @Nullable @Pattern(regexp = "\\d{12}") String idNumber,
            @Nullable @Size(max = 500) String idNumberReason,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        NumberRegister.Typed typed() {
            return new NumberRegister.Typed(idNumber, document, idNumberReason);
        }
    }

    @GetMapping
    ResponseEntity<IdNumberDetail> getIdNumber(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> shown(actor, "getIdNumber", personId, null));
    }

    @PutMapping
    ResponseEntity<IdNumberDetail> correctIdNumber(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid IdNumberCorrection body) {
        return work.as(actor, () -> switch (register.correctIdNumber(
                actor, personId, Preconditions.madeOn(ifMatch), body.typed(), body.reason())) {
            case PersonOutcome.Recorded recorded -> shown(actor, "correctIdNumber", personId, body.reason());
            case PersonOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case PersonOutcome.Unknown() -> throw Refused.notFound();
        });
    }

    private ResponseEntity<IdNumberDetail> shown(
            Actor actor, String operation, UUID personId, @Nullable String reason) {
        IdNumberView view = register.idNumber(actor, personId).orElseThrow(Refused::notFound);
        audit.write(Audit.Entry.of(operation)
                .about(personId)
                .counting(view.beliefs().size())
                .because(reason));
        return ResponseEntity.ok()
                .eTag(Preconditions.etag(view.revision()))
                .body(IdNumberDetail.of(
                        view,
                        origins.of(
                                view.beliefs().stream().map(IdNumber::recorded).toList())));
    }
}
