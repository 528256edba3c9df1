package opencadre.personnel.reorganisation.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.reorganisation.ReorganisationOutcome;
import opencadre.personnel.reorganisation.ReorganisationRegister;
import opencadre.personnel.reorganisation.Reorganisations;
import opencadre.personnel.reorganisation.web.Requests.ApprovalRequest;
import opencadre.personnel.reorganisation.web.Requests.NewPlacement;
import opencadre.personnel.reorganisation.web.Requests.ReasonRequest;
import opencadre.personnel.reorganisation.web.Requests.ReorganisationContent;
import opencadre.personnel.reorganisation.web.Views.ReorganisationDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing reorganisations. A POST may be sent twice, a change names the revision it was made on. */
@RestController("reorganisationRegisterController")
@RequestMapping("/api/personnel/reorganisations")
final class RegisterController {

    private final ReorganisationRegister register;
    private final Reorganisations reorganisations;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    RegisterController(
            ReorganisationRegister register,
            Reorganisations reorganisations,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.register = register;
        this.reorganisations = reorganisations;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<String> draftReorganisation(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid ReorganisationContent body) {
        return once(
                actor,
                key,
                "draftReorganisation",
                body,
                () -> answer(
                        actor, "draftReorganisation", HttpStatus.CREATED, null, register.draft(actor, body.content())));
    }

    @PutMapping("/{reorganisationId}")
    ResponseEntity<ReorganisationDetail> changeReorganisation(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid ReorganisationContent body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "changeReorganisation",
                        HttpStatus.OK,
                        null,
                        register.change(actor, reorganisationId, Preconditions.madeOn(ifMatch), body.content())));
    }

    @PutMapping("/{reorganisationId}/posts/{assignmentId}")
    ResponseEntity<ReorganisationDetail> placeReorganisationPost(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @PathVariable UUID assignmentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid NewPlacement body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "placeReorganisationPost",
                        HttpStatus.OK,
                        null,
                        register.place(actor, reorganisationId, Preconditions.madeOn(ifMatch), body.of(assignmentId))));
    }

    @PostMapping("/{reorganisationId}/propose")
    ResponseEntity<String> proposeReorganisationPosts(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return once(
                actor,
                key,
                "proposeReorganisationPosts",
                reorganisationId,
                () -> answer(
                        actor,
                        "proposeReorganisationPosts",
                        HttpStatus.OK,
                        null,
                        register.propose(actor, reorganisationId, Preconditions.madeOn(ifMatch))));
    }

    @PostMapping("/{reorganisationId}/approve")
    ResponseEntity<String> approveReorganisation(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ApprovalRequest body) {
        return once(
                actor,
                key,
                "approveReorganisation",
                List.of(reorganisationId, body),
                () -> answer(
                        actor,
                        "approveReorganisation",
                        HttpStatus.OK,
                        body.reason(),
                        register.approve(
                                actor,
                                reorganisationId,
                                Preconditions.madeOn(ifMatch),
                                body.services(),
                                body.reason())));
    }

    @PostMapping("/{reorganisationId}/undo")
    ResponseEntity<String> undoReorganisation(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        return once(
                actor,
                key,
                "undoReorganisation",
                List.of(reorganisationId, body),
                () -> answer(
                        actor,
                        "undoReorganisation",
                        HttpStatus.OK,
                        body.reason(),
                        register.undo(actor, reorganisationId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    @PostMapping("/{reorganisationId}/withdraw")
    ResponseEntity<String> withdrawReorganisation(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        return once(
                actor,
                key,
                "withdrawReorganisation",
                List.of(reorganisationId, body),
                () -> answer(
                        actor,
                        "withdrawReorganisation",
                        HttpStatus.OK,
                        body.reason(),
                        register.withdraw(actor, reorganisationId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<ReorganisationDetail> answer(
            Actor actor, String operation, HttpStatus status, @Nullable String reason, ReorganisationOutcome outcome) {
        return switch (outcome) {
            case ReorganisationOutcome.Recorded(Reorganisation recorded) -> {
                audit.write(Audit.Entry.of(operation)
                        .among(reorganisations.placements(recorded.id()).values().stream()
                                .map(placement -> placement.personId())
                                .toList())
                        .on(recorded.id())
                        .because(reason));
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(recorded.revision()))
                        .body(ReorganisationDetail.of(
                                recorded, actor, register.named(recorded).values()));
            }
            case ReorganisationOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case ReorganisationOutcome.Unknown() -> throw Refused.notFound();
        };
    }
}
