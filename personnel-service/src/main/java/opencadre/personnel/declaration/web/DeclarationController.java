package opencadre.personnel.declaration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.declaration.Declaration;
import opencadre.personnel.declaration.Declaration.Act;
import opencadre.personnel.declaration.DeclarationOutcome;
import opencadre.personnel.declaration.DeclarationRegister;
import opencadre.personnel.declaration.DeclarationView;
import opencadre.personnel.declaration.Declarations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Declarations of officials about their own CV. As with the CV itself each class has operations of its own. What is
 * restricted is not declared here: it is brought in person.
 */
@RestController
@RequestMapping("/api/personnel/people/{personId}")
final class DeclarationController {

    private final DeclarationRegister register;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Cursors cursors;

    DeclarationController(
            DeclarationRegister register, ScopedWork work, Audit audit, Idempotency idempotency, Cursors cursors) {
        this.register = register;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    record DeclarationPage(
            List<DeclarationDetail> items, @Nullable String next) {}

    record DeclarationDetail(
            UUID id,
            long revision,
            Declaration.State state,
            Act act,
            String kind,
            @Nullable UUID entryId,
            Map<String, String> values,
            @Nullable String document,
            @Nullable String note,
            Instant declaredAt,
            String declaredBy,
            @Nullable StandingDetail standing,
            boolean changedSince,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String answer) {

        static DeclarationDetail of(DeclarationView view) {
            Declaration declaration = view.declaration();
            Declaration.Wanted wanted = declaration.wanted();
            Declaration.Decided decided = declaration.decided();
            return new DeclarationDetail(
                    declaration.id(),
                    declaration.revision(),
                    declaration.state(),
                    wanted.act(),
                    wanted.kind(),
                    wanted.entryId(),
                    wanted.values(),
                    wanted.document(),
                    wanted.note(),
                    declaration.declaredAt(),
                    declaration.declaredBy(),
                    StandingDetail.of(view.standing()),
                    view.changedSince(),
                    decided == null ? null : decided.at(),
                    decided == null ? null : decided.by(),
                    decided == null ? null : decided.answer());
        }
    }

    record StandingDetail(
            Map<String, String> values, @Nullable String document) {

        static @Nullable StandingDetail of(@Nullable CvEntry entry) {
            return entry == null ? null : new StandingDetail(entry.values(), entry.document());
        }
    }

    record NewDeclaration(
            @NotNull Act act,
            @Nullable @Size(min = 1, max = 40) String kind,
            @Nullable UUID entryId,
            @Nullable @Size(max = 30) Map<String, @NotNull @Size(max = 2000) String> values,
            @Nullable @Size(min = 1, max = 200) String document,
            @Nullable @Size(min = 3, max = 500) String note) {

        DeclarationRegister.Asked asked() {
            return new DeclarationRegister.Asked(act, kind, entryId, values, document, note);
        }
    }

    record DeclarationDecision(
            @NotNull Boolean accepted,
            @Nullable @Size(min = 3, max = 500) String reason) {}

    @GetMapping("/declarations")
    DeclarationPage listCvDeclarations(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return page(actor, "listCvDeclarations", CvClass.PERSONAL, personId, cursor, limit);
    }

    @PostMapping("/declarations")
    ResponseEntity<String> declareCvChange(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewDeclaration body) {
        return declared(actor, "declareCvChange", CvClass.PERSONAL, personId, key, body);
    }

    @PostMapping("/declarations/{declarationId}/withdraw")
    ResponseEntity<String> withdrawCvDeclaration(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID declarationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return withdrawn(actor, "withdrawCvDeclaration", CvClass.PERSONAL, personId, declarationId, ifMatch, key);
    }

    @PostMapping("/declarations/{declarationId}/decide")
    ResponseEntity<String> decideCvDeclaration(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID declarationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid DeclarationDecision body) {
        return decided(actor, "decideCvDeclaration", CvClass.PERSONAL, personId, declarationId, ifMatch, key, body);
    }

    @GetMapping("/sensitive-declarations")
    DeclarationPage listSensitiveCvDeclarations(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return page(actor, "listSensitiveCvDeclarations", CvClass.SENSITIVE, personId, cursor, limit);
    }

    @PostMapping("/sensitive-declarations")
    ResponseEntity<String> declareSensitiveCvChange(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewDeclaration body) {
        return declared(actor, "declareSensitiveCvChange", CvClass.SENSITIVE, personId, key, body);
    }

    @PostMapping("/sensitive-declarations/{declarationId}/withdraw")
    ResponseEntity<String> withdrawSensitiveCvDeclaration(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID declarationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return withdrawn(
                actor, "withdrawSensitiveCvDeclaration", CvClass.SENSITIVE, personId, declarationId, ifMatch, key);
    }

    @PostMapping("/sensitive-declarations/{declarationId}/decide")
    ResponseEntity<String> decideSensitiveCvDeclaration(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID declarationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid DeclarationDecision body) {
        return decided(
                actor, "decideSensitiveCvDeclaration", CvClass.SENSITIVE, personId, declarationId, ifMatch, key, body);
    }

    private DeclarationPage page(
            Actor actor, String operation, CvClass fieldClass, UUID personId, @Nullable String cursor, int limit) {
        Declarations.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<DeclarationView> page =
                    register.page(actor, personId, fieldClass, after, limit + 1).orElseThrow(Refused::notFound);
            List<DeclarationView> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of(operation).about(personId).counting(shown.size()));
            return new DeclarationPage(
                    shown.stream().map(DeclarationDetail::of).toList(),
                    page.size() > limit ? next(shown.getLast().declaration()) : null);
        });
    }

    private static Declarations.Position position(Cursors.Position line) {
        return new Declarations.Position(line.moment(), line.id());
    }

    private String next(Declaration last) {
        return cursors.encode(new Cursors.Position(last.declaredAt().toString(), last.id()));
    }

    private ResponseEntity<String> declared(
            Actor actor, String operation, CvClass fieldClass, UUID personId, String key, NewDeclaration body) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, body),
                () -> answer(
                        operation,
                        HttpStatus.CREATED,
                        body.note(),
                        register.declare(actor, personId, fieldClass, body.asked())));
    }

    private ResponseEntity<String> withdrawn(
            Actor actor,
            String operation,
            CvClass fieldClass,
            UUID personId,
            UUID declarationId,
            String ifMatch,
            String key) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, declarationId),
                () -> answer(
                        operation,
                        HttpStatus.OK,
                        null,
                        register.withdraw(actor, personId, fieldClass, declarationId, Preconditions.madeOn(ifMatch))));
    }

    private ResponseEntity<String> decided(
            Actor actor,
            String operation,
            CvClass fieldClass,
            UUID personId,
            UUID declarationId,
            String ifMatch,
            String key,
            DeclarationDecision body) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, declarationId, body),
                () -> answer(
                        operation,
                        HttpStatus.OK,
                        body.reason(),
                        register.decide(
                                actor,
                                personId,
                                fieldClass,
                                declarationId,
                                Preconditions.madeOn(ifMatch),
                                body.accepted(),
                                body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<DeclarationDetail> answer(
            String operation, HttpStatus status, @Nullable String reason, DeclarationOutcome outcome) {
        return switch (outcome) {
            case DeclarationOutcome.Recorded(DeclarationView view) -> {
                audit.write(Audit.Entry.of(operation)
                        .about(view.declaration().personId())
                        .on(view.declaration().id())
                        .because(reason));
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(view.declaration().revision()))
                        .body(DeclarationDetail.of(view));
            }
            case DeclarationOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case DeclarationOutcome.Unknown() -> throw Refused.notFound();
        };
    }
}
