package opencadre.training.enrolment.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.training.enrolment.Enrolment;
import opencadre.training.enrolment.EnrolmentOutcome;
import opencadre.training.enrolment.EnrolmentRegister;
import opencadre.training.enrolment.Enrolments;
import opencadre.training.enrolment.LearningFile;
import opencadre.training.enrolment.LearningView;
import opencadre.training.enrolment.web.Requests.EnrolmentCorrection;
import opencadre.training.enrolment.web.Requests.NewEnrolment;
import opencadre.training.enrolment.web.Requests.Reason;
import opencadre.training.enrolment.web.Views.Learning;
import opencadre.training.enrolment.web.Views.LearningHistory;
import opencadre.training.unit.KnownUnits;
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

/** What a person studies. A POST may be sent twice; a change names the revision of the person's studies. */
@RestController
@RequestMapping("/api/training/people/{personId}")
final class EnrolmentController {

    private final EnrolmentRegister register;
    private final Enrolments enrolments;
    private final KnownUnits units;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    EnrolmentController(
            EnrolmentRegister register,
            Enrolments enrolments,
            KnownUnits units,
            Places places,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.register = register;
        this.enrolments = enrolments;
        this.units = units;
        this.places = places;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @GetMapping("/enrolments")
    ResponseEntity<Learning> listEnrolments(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            requireVisible(actor, personId);
            LearningView view = enrolments.of(personId, day, knownAt);
            audit.write(Audit.Entry.of("listEnrolments")
                    .about(personId)
                    .counting(view.items().size()));
            return ResponseEntity.ok()
                    .eTag(Preconditions.etag(view.revision()))
                    .body(Learning.of(day, view, placeNames(view.items(), day)));
        });
    }

    @GetMapping("/enrolments/history")
    LearningHistory getLearningHistory(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            requireVisible(actor, personId);
            LearningFile file = enrolments.file(personId);
            audit.write(Audit.Entry.of("getLearningHistory").about(personId));
            return LearningHistory.of(file, placeNames(file.beliefs(), actor.today()));
        });
    }

    @PostMapping("/enrolments")
    ResponseEntity<String> enrol(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewEnrolment body) {
        return work.as(
                actor,
                () -> idempotency.once(actor.account(), key, "enrol", List.of(personId, body), () -> {
                    requireUnit(body.placeUnitId());
                    return answer(
                            actor, "enrol", HttpStatus.CREATED, null, register.enrol(actor, personId, body.study()));
                }));
    }

    @PutMapping("/enrolments/{enrolmentId}")
    ResponseEntity<Learning> correctEnrolment(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID enrolmentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid EnrolmentCorrection body) {
        return work.as(actor, () -> {
            requireUnit(body.placeUnitId());
            return answer(
                    actor,
                    "correctEnrolment",
                    HttpStatus.OK,
                    body.reason(),
                    register.correct(
                            actor, personId, enrolmentId, Preconditions.madeOn(ifMatch), body.study(), body.reason()));
        });
    }

    @PostMapping("/enrolments/{enrolmentId}/void")
    ResponseEntity<String> voidEnrolment(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID enrolmentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid Reason body) {
        return work.as(
                actor,
                () -> idempotency.once(
                        actor.account(),
                        key,
                        "voidEnrolment",
                        List.of(personId, enrolmentId, body),
                        () -> answer(
                                actor,
                                "voidEnrolment",
                                HttpStatus.OK,
                                body.reason(),
                                register.voided(
                                        actor, personId, enrolmentId, Preconditions.madeOn(ifMatch), body.reason()))));
    }

    private ResponseEntity<Learning> answer(
            Actor actor, String operation, HttpStatus status, @Nullable String reason, EnrolmentOutcome outcome) {
        return switch (outcome) {
            case EnrolmentOutcome.Recorded(LearningFile file, UUID id) -> {
                audit.write(Audit.Entry.of(operation).about(file.personId()).because(reason));
                LearningView view = new LearningView(file.personId(), file.revision(), file.believed());
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(file.revision()))
                        .body(Learning.of(actor.today(), view, placeNames(view.items(), actor.today())));
            }
            case EnrolmentOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case EnrolmentOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private Map<UUID, String> placeNames(List<Enrolment> items, LocalDate day) {
        return units.names(
                items.stream()
                        .flatMap(item -> Stream.ofNullable(item.study().placeUnitId()))
                        .collect(Collectors.toSet()),
                day);
    }

    private void requireUnit(@Nullable UUID unitId) {
        if (unitId != null && !units.isKnown(unitId)) {
            throw Refused.unlawful(List.of(Finding.of("placeUnitId", "unknown-unit")));
        }
    }

    private void requireVisible(Actor actor, UUID personId) {
        if (!places.isVisible(actor, personId)) {
            throw Refused.notFound();
        }
    }
}
