package opencadre.training.certificate.web;

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
import opencadre.training.certificate.CertificateOutcome;
import opencadre.training.certificate.CertificateRegister;
import opencadre.training.certificate.CertificateView;
import opencadre.training.certificate.web.Requests.CertificateCorrection;
import opencadre.training.certificate.web.Requests.NewCertificate;
import opencadre.training.certificate.web.Requests.Reason;
import opencadre.training.certificate.web.Views.CertificateDetail;
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

/** Changing certificates. A POST may be sent twice, a change names the revision it was made on. */
@RestController
@RequestMapping("/api/training/people/{personId}/certificates")
final class RegisterController {

    private final CertificateRegister register;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    RegisterController(CertificateRegister register, ScopedWork work, Audit audit, Idempotency idempotency) {
        this.register = register;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<String> enterCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewCertificate body) {
        return once(
                actor,
                key,
                "enterCertificate",
                List.of(personId, body),
                () -> answer(
                        actor,
                        "enterCertificate",
                        HttpStatus.CREATED,
                        null,
                        register.enter(actor, personId, body.content())));
    }

    @PutMapping("/{certificateId}")
    ResponseEntity<CertificateDetail> correctCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID certificateId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid CertificateCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "correctCertificate",
                        HttpStatus.OK,
                        body.reason(),
                        register.correct(
                                actor,
                                personId,
                                certificateId,
                                Preconditions.madeOn(ifMatch),
                                body.content(),
                                body.reason())));
    }

    @PostMapping("/{certificateId}/verify")
    ResponseEntity<String> verifyCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID certificateId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return once(
                actor,
                key,
                "verifyCertificate",
                List.of(personId, certificateId),
                () -> answer(
                        actor,
                        "verifyCertificate",
                        HttpStatus.OK,
                        null,
                        register.verify(actor, personId, certificateId, Preconditions.madeOn(ifMatch))));
    }

    @PostMapping("/{certificateId}/reject")
    ResponseEntity<String> rejectCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID certificateId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid Reason body) {
        return once(
                actor,
                key,
                "rejectCertificate",
                List.of(personId, certificateId, body),
                () -> answer(
                        actor,
                        "rejectCertificate",
                        HttpStatus.OK,
                        body.reason(),
                        register.reject(actor, personId, certificateId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    @PostMapping("/{certificateId}/revoke")
    ResponseEntity<String> revokeCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID certificateId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid Reason body) {
        return once(
                actor,
                key,
                "revokeCertificate",
                List.of(personId, certificateId, body),
                () -> answer(
                        actor,
                        "revokeCertificate",
                        HttpStatus.OK,
                        body.reason(),
                        register.revoke(actor, personId, certificateId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<CertificateDetail> answer(
            Actor actor, String operation, HttpStatus status, @Nullable String reason, CertificateOutcome outcome) {
        return switch (outcome) {
            case CertificateOutcome.Recorded(CertificateView view) -> {
                audit.write(Audit.Entry.of(operation)
                        .about(view.certificate().personId())
                        .because(reason));
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(view.revision()))
                        .body(CertificateDetail.of(view, actor));
            }
            case CertificateOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case CertificateOutcome.Unknown() -> throw Refused.notFound();
        };
    }
}
