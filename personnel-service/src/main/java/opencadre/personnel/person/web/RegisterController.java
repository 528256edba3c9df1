package opencadre.personnel.person.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.NumberRegister;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.PersonRegister;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.web.Requests.AssignmentCorrection;
import opencadre.personnel.person.web.Requests.AssignmentRequest;
import opencadre.personnel.person.web.Requests.FileNumberCorrection;
import opencadre.personnel.person.web.Requests.IdentityCorrection;
import opencadre.personnel.person.web.Requests.PersonRequest;
import opencadre.personnel.person.web.Requests.VoidRequest;
import opencadre.personnel.person.web.Views.PersonDetail;
import opencadre.personnel.unit.Units;
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

/** Changing people. A creation may be sent twice, a change names the revision it was made on. */
@RestController
@RequestMapping("/api/personnel/people")
final class RegisterController {

    private final PersonRegister register;
    private final NumberRegister numbers;
    private final Places places;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    RegisterController(
            PersonRegister register,
            NumberRegister numbers,
            Places places,
            Units units,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.register = register;
        this.numbers = numbers;
        this.places = places;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<String> registerPerson(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid PersonRequest body) {
        return once(
                actor,
                key,
                "registerPerson",
                body,
                () -> answer(
                        actor, "registerPerson", HttpStatus.CREATED, null, register.register(actor, body.person())));
    }

    @PutMapping("/{personId}/identity")
    ResponseEntity<PersonDetail> correctIdentity(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid IdentityCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "correctIdentity",
                        HttpStatus.OK,
                        body.reason(),
                        register.correctIdentity(
                                actor, personId, Preconditions.madeOn(ifMatch), body.corrected(), body.reason())));
    }

    @PutMapping("/{personId}/file-number")
    ResponseEntity<PersonDetail> correctFileNumber(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid FileNumberCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "correctFileNumber",
                        HttpStatus.OK,
                        body.reason(),
                        numbers.correctFileNumber(
                                actor, personId, Preconditions.madeOn(ifMatch), body.fileNumber(), body.reason())));
    }

    @PostMapping("/{personId}/assignments")
    ResponseEntity<String> addAssignment(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid AssignmentRequest body) {
        return once(
                actor,
                key,
                "addAssignment",
                List.of(personId, body),
                () -> answer(
                        actor,
                        "addAssignment",
                        HttpStatus.CREATED,
                        null,
                        register.addAssignment(actor, personId, Preconditions.madeOn(ifMatch), body.assignment())));
    }

    @PutMapping("/{personId}/assignments/{assignmentId}")
    ResponseEntity<PersonDetail> correctAssignment(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID assignmentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid AssignmentCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "correctAssignment",
                        HttpStatus.OK,
                        body.reason(),
                        register.correctAssignment(
                                actor,
                                personId,
                                Preconditions.madeOn(ifMatch),
                                assignmentId,
                                body.assignment(),
                                body.reason())));
    }

    @PostMapping("/{personId}/assignments/{assignmentId}/void")
    ResponseEntity<String> voidAssignment(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID assignmentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid VoidRequest body) {
        return once(
                actor,
                key,
                "voidAssignment",
                List.of(personId, assignmentId, body),
                () -> answer(
                        actor,
                        "voidAssignment",
                        HttpStatus.OK,
                        body.reason(),
                        register.voidAssignment(
                                actor, personId, Preconditions.madeOn(ifMatch), assignmentId, body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<PersonDetail> answer(
            Actor actor, String operation, HttpStatus status, @Nullable String reason, PersonOutcome outcome) {
        return switch (outcome) {
            case PersonOutcome.Recorded(PersonView person) -> {
                audit.write(Audit.Entry.of(operation).about(person.id()).because(reason));
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(person.revision()))
                        .body(PersonDetail.of(
                                person,
                                places.visible(actor, person.linked()),
                                units.names(Views.units(person.assignments().stream()), person.asOf())));
            }
            case PersonOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case PersonOutcome.Unknown() -> throw Refused.notFound();
        };
    }
}
