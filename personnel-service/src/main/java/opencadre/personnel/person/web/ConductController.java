package opencadre.personnel.person.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Regulations;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.ConductOutcome;
import opencadre.personnel.person.ConductRegister;
import opencadre.personnel.person.ConductView;
import opencadre.personnel.person.Origins;
import opencadre.personnel.person.People;
import opencadre.personnel.person.web.Requests.ConductCorrection;
import opencadre.personnel.person.web.Requests.ConductRequest;
import opencadre.personnel.person.web.Requests.ConfidenceVoteCorrection;
import opencadre.personnel.person.web.Requests.DisciplineCorrection;
import opencadre.personnel.person.web.Requests.HealthCertificateCorrection;
import opencadre.personnel.person.web.Requests.NewConfidenceVote;
import opencadre.personnel.person.web.Requests.NewDiscipline;
import opencadre.personnel.person.web.Requests.NewHealthCertificate;
import opencadre.personnel.person.web.Requests.NewRating;
import opencadre.personnel.person.web.Requests.NewSuspension;
import opencadre.personnel.person.web.Requests.RatingCorrection;
import opencadre.personnel.person.web.Requests.SuspensionCorrection;
import opencadre.personnel.person.web.Requests.VoidRequest;
import opencadre.personnel.person.web.Views.ConductDetail;
import opencadre.personnel.person.web.Views.ConductHistory;
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

/**
 * Ratings and what is sensitive beside them: disciplines, suspensions, confidence votes and health certificates.
 * Whoever is shown any of the latter leaves an entry for each kind in the audit.
 */
@RestController
@RequestMapping("/api/personnel/people/{personId}")
final class ConductController {

    private final ConductRegister register;
    private final People people;
    private final Origins origins;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Regulations regulations;

    ConductController(
            ConductRegister register,
            People people,
            Origins origins,
            Places places,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency,
            Regulations regulations) {
        this.register = register;
        this.people = people;
        this.origins = origins;
        this.places = places;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.regulations = regulations;
    }

    @GetMapping("/conduct")
    ResponseEntity<ConductDetail> getConduct(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            if (!places.isVisible(actor, personId)) {
                throw Refused.notFound();
            }
            ConductView view = people.conduct(personId, day, knownAt).orElseThrow(Refused::notFound);
            return shown("getConduct", HttpStatus.OK, null, view);
        });
    }

    @GetMapping("/conduct/history")
    ConductHistory getConductHistory(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            if (!places.isVisible(actor, personId)) {
                throw Refused.notFound();
            }
            List<Conduct> beliefs = people.conduct(List.of(personId)).getOrDefault(personId, List.of());
            ConductHistory history = ConductHistory.of(
                    personId,
                    beliefs,
                    regulations,
                    origins.of(beliefs.stream().map(Conduct::recorded).toList()));
            audit.write(Audit.Entry.of("getConductHistory").about(personId));
            audit(personId, "showDisciplines", history.disciplines());
            audit(personId, "showHealthCertificates", history.healthCertificates());
            audit(personId, "showSuspensions", history.suspensions());
            audit(personId, "showConfidenceVotes", history.confidenceVotes());
            return history;
        });
    }

    @PostMapping("/ratings")
    ResponseEntity<String> addRating(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewRating body) {
        return added(actor, "addRating", personId, ifMatch, key, body);
    }

    @PutMapping("/ratings/{ratingId}")
    ResponseEntity<ConductDetail> correctRating(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID ratingId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid RatingCorrection body) {
        return corrected(actor, "correctRating", personId, ratingId, ifMatch, body);
    }

    @PostMapping("/ratings/{ratingId}/void")
    ResponseEntity<String> voidRating(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID ratingId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid VoidRequest body) {
        return voided(actor, "voidRating", Conduct.Rating.class, personId, ratingId, ifMatch, key, body);
    }

    @PostMapping("/disciplines")
    ResponseEntity<String> addDiscipline(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewDiscipline body) {
        return added(actor, "addDiscipline", personId, ifMatch, key, body);
    }

    @PutMapping("/disciplines/{disciplineId}")
    ResponseEntity<ConductDetail> correctDiscipline(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID disciplineId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid DisciplineCorrection body) {
        return corrected(actor, "correctDiscipline", personId, disciplineId, ifMatch, body);
    }

    @PostMapping("/disciplines/{disciplineId}/void")
    ResponseEntity<String> voidDiscipline(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID disciplineId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid VoidRequest body) {
        return voided(actor, "voidDiscipline", Conduct.Discipline.class, personId, disciplineId, ifMatch, key, body);
    }

    @PostMapping("/health-certificates")
    ResponseEntity<String> addHealthCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewHealthCertificate body) {
        return added(actor, "addHealthCertificate", personId, ifMatch, key, body);
    }

    @PutMapping("/health-certificates/{certificateId}")
    ResponseEntity<ConductDetail> correctHealthCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID certificateId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid HealthCertificateCorrection body) {
        return corrected(actor, "correctHealthCertificate", personId, certificateId, ifMatch, body);
    }

    @PostMapping("/health-certificates/{certificateId}/void")
    ResponseEntity<String> voidHealthCertificate(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID certificateId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid VoidRequest body) {
        return voided(
                actor,
                "voidHealthCertificate",
                Conduct.HealthCertificate.class,
                personId,
                certificateId,
                ifMatch,
                key,
                body);
    }

    @PostMapping("/suspensions")
    ResponseEntity<String> addSuspension(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewSuspension body) {
        return added(actor, "addSuspension", personId, ifMatch, key, body);
    }

    @PutMapping("/suspensions/{suspensionId}")
    ResponseEntity<ConductDetail> correctSuspension(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID suspensionId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid SuspensionCorrection body) {
        return corrected(actor, "correctSuspension", personId, suspensionId, ifMatch, body);
    }

    @PostMapping("/suspensions/{suspensionId}/void")
    ResponseEntity<String> voidSuspension(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID suspensionId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid VoidRequest body) {
        return voided(actor, "voidSuspension", Conduct.Suspension.class, personId, suspensionId, ifMatch, key, body);
    }

    @PostMapping("/confidence-votes")
    ResponseEntity<String> addConfidenceVote(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewConfidenceVote body) {
        return added(actor, "addConfidenceVote", personId, ifMatch, key, body);
    }

    @PutMapping("/confidence-votes/{voteId}")
    ResponseEntity<ConductDetail> correctConfidenceVote(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID voteId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid ConfidenceVoteCorrection body) {
        return corrected(actor, "correctConfidenceVote", personId, voteId, ifMatch, body);
    }

    @PostMapping("/confidence-votes/{voteId}/void")
    ResponseEntity<String> voidConfidenceVote(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID voteId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid VoidRequest body) {
        return voided(actor, "voidConfidenceVote", Conduct.ConfidenceVote.class, personId, voteId, ifMatch, key, body);
    }

    private ResponseEntity<String> added(
            Actor actor, String operation, UUID personId, String ifMatch, String key, ConductRequest body) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, body),
                () -> answer(
                        operation,
                        HttpStatus.CREATED,
                        null,
                        register.add(actor, personId, Preconditions.madeOn(ifMatch), body.content())));
    }

    private ResponseEntity<ConductDetail> corrected(
            Actor actor, String operation, UUID personId, UUID fact, String ifMatch, ConductCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        operation,
                        HttpStatus.OK,
                        body.reason(),
                        register.correct(
                                actor, personId, Preconditions.madeOn(ifMatch), fact, body.content(), body.reason())));
    }

    private ResponseEntity<String> voided(
            Actor actor,
            String operation,
            Class<? extends Conduct.Content> kind,
            UUID personId,
            UUID fact,
            String ifMatch,
            String key,
            VoidRequest body) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, fact, body),
                () -> answer(
                        operation,
                        HttpStatus.OK,
                        body.reason(),
                        register.voided(actor, personId, Preconditions.madeOn(ifMatch), fact, kind, body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<ConductDetail> answer(
            String operation, HttpStatus status, @Nullable String reason, ConductOutcome outcome) {
        return switch (outcome) {
            case ConductOutcome.Recorded(ConductView conduct) -> shown(operation, status, reason, conduct);
            case ConductOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case ConductOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private ResponseEntity<ConductDetail> shown(
            String operation, HttpStatus status, @Nullable String reason, ConductView view) {
        ConductDetail detail = ConductDetail.of(view, regulations);
        audit.write(Audit.Entry.of(operation).about(view.personId()).because(reason));
        audit(view.personId(), "showDisciplines", detail.disciplines());
        audit(view.personId(), "showHealthCertificates", detail.healthCertificates());
        audit(view.personId(), "showSuspensions", detail.suspensions());
        audit(view.personId(), "showConfidenceVotes", detail.confidenceVotes());
        return ResponseEntity.status(status)
                .eTag(Preconditions.etag(view.revision()))
                .body(detail);
    }

    private void audit(UUID personId, String operation, List<?> shown) {
        if (!shown.isEmpty()) {
            audit.write(Audit.Entry.of(operation).about(personId).counting(shown.size()));
        }
    }
}
