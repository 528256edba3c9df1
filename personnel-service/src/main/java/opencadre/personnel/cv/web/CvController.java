package opencadre.personnel.cv.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.PrintedFiles;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Confidence;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.CvForm;
import opencadre.personnel.cv.CvOutcome;
import opencadre.personnel.cv.CvPrinting;
import opencadre.personnel.cv.CvRegister;
import opencadre.personnel.cv.CvView;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.person.Origins;
import opencadre.personnel.person.Recorders;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
 * CVs. Each class of entries has operations of its own, because each is opened in another way: the personal ones at
 * once, the sensitive ones to a purpose, the restricted ones to whoever signed in a moment ago.
 */
@RestController
@RequestMapping("/api/personnel")
final class CvController {

    private final CvRegister register;
    private final CvCatalogue catalogue;
    private final Origins origins;
    private final CvPrinting printing;
    private final PrintedFiles files;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    CvController(
            CvRegister register,
            CvCatalogue catalogue,
            Origins origins,
            CvPrinting printing,
            PrintedFiles files,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.register = register;
        this.catalogue = catalogue;
        this.origins = origins;
        this.printing = printing;
        this.files = files;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    record CatalogueDetail(List<KindDetail> kinds, List<ListDetail> lists) {}

    record KindDetail(
            String code,
            String vi,
            String en,
            CvClass fieldClass,
            Map<String, String> items,
            boolean many,
            boolean asked,
            List<FieldDetail> fields) {

        static KindDetail of(CvKind kind) {
            return new KindDetail(
                    kind.code(),
                    kind.title().vi(),
                    kind.title().en(),
                    kind.fieldClass(),
                    kind.items(),
                    kind.many(),
                    kind.asked(),
                    kind.fields().stream().map(FieldDetail::of).toList());
        }
    }

    record FieldDetail(
            String code,
            String vi,
            String en,
            CvField.Type type,
            boolean required,
            @Nullable Integer maxLength,
            @Nullable String list,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer scale,
            @Nullable String unit) {

        static FieldDetail of(CvField field) {
            CvField.Range range = field.range();
            return new FieldDetail(
                    field.code(),
                    field.title().vi(),
                    field.title().en(),
                    field.type(),
                    field.required(),
                    field.max(),
                    field.list(),
                    range == null ? null : range.min(),
                    range == null ? null : range.max(),
                    range == null ? null : range.scale(),
                    range == null ? null : range.unit());
        }
    }

    record ListDetail(String list, String vi, String en, String source, Confidence confidence, List<ItemDetail> items) {

        static ListDetail of(CodeList list) {
            return new ListDetail(
                    list.name(),
                    list.title().vi(),
                    list.title().en(),
                    list.source(),
                    list.confidence(),
                    list.items().stream()
                            .map(item -> new ItemDetail(
                                    item.code(), item.title().vi(), item.title().en(), item.from(), item.to()))
                            .toList());
        }
    }

    record ItemDetail(
            String code,
            String vi,
            String en,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record CvDetail(
            UUID personId,
            long revision,
            LocalDate asOf,
            @Nullable Instant knownAt,
            List<EntryDetail> entries,
            List<String> missing) {

        static CvDetail of(CvView view) {
            return new CvDetail(
                    view.personId(),
                    view.revision(),
                    view.asOf(),
                    view.knownAt(),
                    view.entries().stream()
                            .map(entry -> EntryDetail.of(entry, Recorders.UNNAMED))
                            .toList(),
                    view.missing());
        }
    }

    record EntryDetail(
            UUID id,
            String kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Map<String, String> values,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static EntryDetail of(CvEntry entry, Recorders recorders) {
            return new EntryDetail(
                    entry.id(),
                    entry.kind(),
                    entry.valid().from(),
                    entry.valid().to(),
                    entry.values(),
                    entry.document(),
                    entry.recorded().from(),
                    entry.recorded().to(),
                    recorders.by(entry.recorded()),
                    entry.recorded().reason(),
                    entry.recorded().endedBecause(),
                    recorders.endedBy(entry.recorded()));
        }
    }

    record HistoryDetail(List<EntryDetail> items) {}

    record NewEntry(
            @NotNull @Size(min = 1, max = 40) String kind,
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 2000) String> values,
            @Nullable @Size(min = 1, max = 200) String document) {

        CvRegister.Typed typed() {
            return new CvRegister.Typed(kind, values, document);
        }
    }

    record EntryCorrection(
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 2000) String> values,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotNull @Size(min = 3, max = 500) String reason) {}

    record EntryVoid(@NotNull @Size(min = 3, max = 500) String reason) {}

    @GetMapping("/cv-catalogue")
    CatalogueDetail getCvCatalogue(Actor actor) {
        return new CatalogueDetail(
                catalogue.kinds().stream().map(KindDetail::of).toList(),
                catalogue.lists().stream().map(ListDetail::of).toList());
    }

    @GetMapping("/people/{personId}/cv")
    ResponseEntity<CvDetail> getCv(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return view(actor, "getCv", CvClass.PERSONAL, personId, asOf, knownAt);
    }

    @GetMapping("/people/{personId}/cv/history")
    HistoryDetail getCvHistory(Actor actor, @PathVariable UUID personId) {
        return history(actor, "getCvHistory", CvClass.PERSONAL, personId);
    }

    @PostMapping("/people/{personId}/cv")
    ResponseEntity<String> addCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewEntry body) {
        return added(actor, "addCvEntry", CvClass.PERSONAL, personId, ifMatch, key, body);
    }

    @PutMapping("/people/{personId}/cv/{entryId}")
    ResponseEntity<CvDetail> correctCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid EntryCorrection body) {
        return corrected(actor, "correctCvEntry", CvClass.PERSONAL, personId, entryId, ifMatch, body);
    }

    @PostMapping("/people/{personId}/cv/{entryId}/void")
    ResponseEntity<String> voidCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid EntryVoid body) {
        return voided(actor, "voidCvEntry", CvClass.PERSONAL, personId, entryId, ifMatch, key, body);
    }

    @GetMapping("/people/{personId}/sensitive-cv")
    ResponseEntity<CvDetail> getSensitiveCv(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return view(actor, "getSensitiveCv", CvClass.SENSITIVE, personId, asOf, knownAt);
    }

    @GetMapping("/people/{personId}/sensitive-cv/history")
    HistoryDetail getSensitiveCvHistory(Actor actor, @PathVariable UUID personId) {
        return history(actor, "getSensitiveCvHistory", CvClass.SENSITIVE, personId);
    }

    @PostMapping("/people/{personId}/sensitive-cv")
    ResponseEntity<String> addSensitiveCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewEntry body) {
        return added(actor, "addSensitiveCvEntry", CvClass.SENSITIVE, personId, ifMatch, key, body);
    }

    @PutMapping("/people/{personId}/sensitive-cv/{entryId}")
    ResponseEntity<CvDetail> correctSensitiveCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid EntryCorrection body) {
        return corrected(actor, "correctSensitiveCvEntry", CvClass.SENSITIVE, personId, entryId, ifMatch, body);
    }

    @PostMapping("/people/{personId}/sensitive-cv/{entryId}/void")
    ResponseEntity<String> voidSensitiveCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid EntryVoid body) {
        return voided(actor, "voidSensitiveCvEntry", CvClass.SENSITIVE, personId, entryId, ifMatch, key, body);
    }

    @GetMapping("/people/{personId}/restricted-cv")
    ResponseEntity<CvDetail> getRestrictedCv(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return view(actor, "getRestrictedCv", CvClass.RESTRICTED, personId, asOf, knownAt);
    }

    @GetMapping("/people/{personId}/restricted-cv/history")
    HistoryDetail getRestrictedCvHistory(Actor actor, @PathVariable UUID personId) {
        return history(actor, "getRestrictedCvHistory", CvClass.RESTRICTED, personId);
    }

    @PostMapping("/people/{personId}/restricted-cv")
    ResponseEntity<String> addRestrictedCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewEntry body) {
        return added(actor, "addRestrictedCvEntry", CvClass.RESTRICTED, personId, ifMatch, key, body);
    }

    @PutMapping("/people/{personId}/restricted-cv/{entryId}")
    ResponseEntity<CvDetail> correctRestrictedCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid EntryCorrection body) {
        return corrected(actor, "correctRestrictedCvEntry", CvClass.RESTRICTED, personId, entryId, ifMatch, body);
    }

    @PostMapping("/people/{personId}/restricted-cv/{entryId}/void")
    ResponseEntity<String> voidRestrictedCvEntry(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid EntryVoid body) {
        return voided(actor, "voidRestrictedCvEntry", CvClass.RESTRICTED, personId, entryId, ifMatch, key, body);
    }

    @GetMapping(
            path = "/people/{personId}/cv-form",
            produces = {WordTemplate.MEDIA, MediaType.APPLICATION_PDF_VALUE})
    ResponseEntity<Resource> printCv(
            Actor actor,
            PaperFormat format,
            @PathVariable UUID personId,
            @RequestParam(defaultValue = "TT06") CvForm.Kind form) {
        return printed(actor, format, "printCv", personId, form);
    }

    @GetMapping(
            path = "/people/{personId}/full-cv-form",
            produces = {WordTemplate.MEDIA, MediaType.APPLICATION_PDF_VALUE})
    ResponseEntity<Resource> printFullCv(
            Actor actor,
            PaperFormat format,
            @PathVariable UUID personId,
            @RequestParam(defaultValue = "TT06") CvForm.Kind form) {
        return printed(actor, format, "printFullCv", personId, form);
    }

    private ResponseEntity<Resource> printed(
            Actor actor, PaperFormat format, String operation, UUID personId, CvForm.Kind form) {
        boolean withRestricted = operation.equals("printFullCv");
        return files.answer(
                format,
                "so-yeu-ly-lich-" + form.name().toLowerCase(Locale.ROOT),
                () -> work.read(actor, () -> {
                    byte[] file = printing.print(actor, personId, form, withRestricted)
                            .orElseThrow(Refused::notFound);
                    audit.write(Audit.Entry.of(operation).about(personId).because(form.name()));
                    return file;
                }));
    }

    private ResponseEntity<CvDetail> view(
            Actor actor,
            String operation,
            CvClass fieldClass,
            UUID personId,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {
        return work.read(
                actor,
                () -> shown(
                        operation,
                        HttpStatus.OK,
                        null,
                        register.view(actor, personId, fieldClass, asOf == null ? actor.today() : asOf, knownAt)
                                .orElseThrow(Refused::notFound)));
    }

    private HistoryDetail history(Actor actor, String operation, CvClass fieldClass, UUID personId) {
        return work.read(actor, () -> {
            List<CvEntry> entries =
                    register.history(actor, personId, fieldClass).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of(operation).about(personId).counting(entries.size()));
            Recorders recorders =
                    origins.of(entries.stream().map(CvEntry::recorded).toList());
            return new HistoryDetail(entries.stream()
                    .map(entry -> EntryDetail.of(entry, recorders))
                    .toList());
        });
    }

    private ResponseEntity<String> added(
            Actor actor,
            String operation,
            CvClass fieldClass,
            UUID personId,
            String ifMatch,
            String key,
            NewEntry body) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, body),
                () -> answer(
                        operation,
                        HttpStatus.CREATED,
                        body.kind(),
                        register.add(actor, personId, fieldClass, Preconditions.madeOn(ifMatch), body.typed())));
    }

    private ResponseEntity<CvDetail> corrected(
            Actor actor,
            String operation,
            CvClass fieldClass,
            UUID personId,
            UUID entryId,
            String ifMatch,
            EntryCorrection body) {
        return work.as(
                actor,
                () -> answer(
                        operation,
                        HttpStatus.OK,
                        body.reason(),
                        register.correct(
                                actor,
                                personId,
                                fieldClass,
                                Preconditions.madeOn(ifMatch),
                                entryId,
                                body.values(),
                                body.document(),
                                body.reason())));
    }

    private ResponseEntity<String> voided(
            Actor actor,
            String operation,
            CvClass fieldClass,
            UUID personId,
            UUID entryId,
            String ifMatch,
            String key,
            EntryVoid body) {
        return once(
                actor,
                key,
                operation,
                List.of(personId, entryId, body),
                () -> answer(
                        operation,
                        HttpStatus.OK,
                        body.reason(),
                        register.voided(
                                actor, personId, fieldClass, Preconditions.madeOn(ifMatch), entryId, body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<CvDetail> answer(
            String operation, HttpStatus status, @Nullable String reason, CvOutcome outcome) {
        return switch (outcome) {
            case CvOutcome.Recorded(UUID entry, CvView cv) -> shown(operation, status, reason, cv);
            case CvOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case CvOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private ResponseEntity<CvDetail> shown(String operation, HttpStatus status, @Nullable String reason, CvView view) {
        audit.write(Audit.Entry.of(operation)
                .about(view.personId())
                .counting(view.entries().size())
                .because(reason));
        return ResponseEntity.status(status)
                .eTag(Preconditions.etag(view.revision()))
                .body(CvDetail.of(view));
    }
}
