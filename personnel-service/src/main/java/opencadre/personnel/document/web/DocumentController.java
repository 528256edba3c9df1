package opencadre.personnel.document.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Confidence;
import opencadre.kit.web.FileAnswer;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.document.BrokenSeal;
import opencadre.personnel.document.Document;
import opencadre.personnel.document.DocumentClass;
import opencadre.personnel.document.DocumentOutcome;
import opencadre.personnel.document.DocumentRegister;
import opencadre.personnel.document.DocumentsView;
import opencadre.personnel.document.Inspection;
import opencadre.personnel.document.rule.Described;
import opencadre.personnel.document.rule.Fact;
import opencadre.personnel.document.rule.FactKind;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.document.rule.PaperKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
 * The papers of a dossier. Those that prove restricted entries of the CV have operations of their own, as these entries
 * have. A file comes as it is, and what is said of it in the address: in parts it would lie in a folder before it is
 * sealed.
 */
@RestController
@RequestMapping("/api/personnel/people/{personId}")
final class DocumentController {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentController.class);

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String TIFF = "image/tiff";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DocumentRegister register;
    private final Inspection inspection;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    DocumentController(
            DocumentRegister register, Inspection inspection, ScopedWork work, Audit audit, Idempotency idempotency) {
        this.register = register;
        this.inspection = inspection;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    record DocumentsDetail(
            UUID personId,
            List<DocumentDetail> items,
            List<FactDetail> facts,
            List<String> missingKinds,
            List<PaperKindDetail> kinds) {

        static DocumentsDetail of(DocumentsView view, List<PaperKind> kinds) {
            Set<Fact> missing = new HashSet<>(view.missing().facts());
            return new DocumentsDetail(
                    view.personId(),
                    view.items().stream().map(DocumentDetail::of).toList(),
                    view.facts().stream()
                            .map(fact -> FactDetail.of(fact, missing.contains(fact)))
                            .toList(),
                    view.missing().kinds().stream().map(PaperKind::code).toList(),
                    kinds.stream().map(PaperKindDetail::of).toList());
        }
    }

    record DocumentDetail(
            UUID id,
            long revision,
            String kind,
            String title,
            @Nullable String number,
            @Nullable String issuedOn,
            @Nullable String issuer,
            @Nullable FactKind fact,
            @Nullable UUID factId,
            String file,
            FileKind type,
            int size,
            String sha256,
            Instant recordedAt,
            String recordedBy,
            @Nullable Instant voidedAt,
            @Nullable String voidedBy,
            @Nullable String voidReason) {

        static DocumentDetail of(Document document) {
            Described described = document.described();
            Document.Act voided = document.voided();
            return new DocumentDetail(
                    document.id(),
                    document.revision(),
                    described.kind(),
                    described.title(),
                    described.number(),
                    described.issuedOn(),
                    described.issuer(),
                    document.fact(),
                    described.factId(),
                    described.file(),
                    document.type(),
                    document.size(),
                    document.sha256(),
                    document.recorded().at(),
                    document.recorded().name(),
                    voided == null ? null : voided.at(),
                    voided == null ? null : voided.name(),
                    document.voidReason());
        }
    }

    record FactDetail(
            FactKind kind,
            UUID id,
            @Nullable String code,
            @Nullable String text,
            Map<String, String> values,
            LocalDate validFrom,
            @Nullable String document,
            boolean missing) {

        static FactDetail of(Fact fact, boolean missing) {
            return new FactDetail(
                    fact.kind(),
                    fact.id(),
                    fact.code(),
                    fact.text(),
                    fact.values(),
                    fact.from(),
                    fact.document(),
                    missing);
        }
    }

    record PaperKindDetail(
            String code, String vi, String en, Confidence confidence, boolean asked, List<String> proves) {

        static PaperKindDetail of(PaperKind kind) {
            return new PaperKindDetail(
                    kind.code(),
                    kind.title().vi(),
                    kind.title().en(),
                    kind.confidence(),
                    kind.asked(),
                    kind.proves().stream().sorted().toList());
        }
    }

    record DocumentVoid(@NotNull @Size(min = 3, max = 500) String reason) {}

    @GetMapping("/documents")
    DocumentsDetail getDocuments(Actor actor, @PathVariable UUID personId) {
        return listed(actor, "getDocuments", DocumentClass.SENSITIVE, personId);
    }

    @PostMapping(path = "/documents", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> addDocument(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String issuedOn,
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam(required = false) @Nullable UUID factId,
            @RequestParam String file,
            @RequestBody(required = false) byte @Nullable [] content) {
        Described described = new Described(kind, title, number, issuedOn, issuer, factId, file);
        return added(actor, "addDocument", DocumentClass.SENSITIVE, personId, key, described, content);
    }

    @GetMapping(
            path = "/documents/{documentId}/content",
            produces = {PDF, JPEG, PNG, TIFF, DOCX, XLSX})
    ResponseEntity<Resource> getDocumentContent(
            Actor actor, @PathVariable UUID personId, @PathVariable UUID documentId) {
        return opened(actor, "getDocumentContent", DocumentClass.SENSITIVE, personId, documentId);
    }

    @PostMapping("/documents/{documentId}/void")
    ResponseEntity<String> voidDocument(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID documentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid DocumentVoid body) {
        return voided(actor, "voidDocument", DocumentClass.SENSITIVE, personId, documentId, ifMatch, key, body);
    }

    @GetMapping("/restricted-documents")
    DocumentsDetail getRestrictedDocuments(Actor actor, @PathVariable UUID personId) {
        return listed(actor, "getRestrictedDocuments", DocumentClass.RESTRICTED, personId);
    }

    @PostMapping(path = "/restricted-documents", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> addRestrictedDocument(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String issuedOn,
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam(required = false) @Nullable UUID factId,
            @RequestParam String file,
            @RequestBody(required = false) byte @Nullable [] content) {
        Described described = new Described(kind, title, number, issuedOn, issuer, factId, file);
        return added(actor, "addRestrictedDocument", DocumentClass.RESTRICTED, personId, key, described, content);
    }

    @GetMapping(
            path = "/restricted-documents/{documentId}/content",
            produces = {PDF, JPEG, PNG, TIFF, DOCX, XLSX})
    ResponseEntity<Resource> getRestrictedDocumentContent(
            Actor actor, @PathVariable UUID personId, @PathVariable UUID documentId) {
        return opened(actor, "getRestrictedDocumentContent", DocumentClass.RESTRICTED, personId, documentId);
    }

    @PostMapping("/restricted-documents/{documentId}/void")
    ResponseEntity<String> voidRestrictedDocument(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID documentId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid DocumentVoid body) {
        return voided(
                actor, "voidRestrictedDocument", DocumentClass.RESTRICTED, personId, documentId, ifMatch, key, body);
    }

    private DocumentsDetail listed(Actor actor, String operation, DocumentClass fieldClass, UUID personId) {
        return work.read(actor, () -> {
            DocumentsView view = register.view(actor, personId, fieldClass).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of(operation)
                    .about(personId)
                    .counting(view.items().size()));
            return DocumentsDetail.of(view, register.kinds().items());
        });
    }

    private ResponseEntity<String> added(
            Actor actor,
            String operation,
            DocumentClass fieldClass,
            UUID personId,
            String key,
            Described described,
            byte @Nullable [] sent) {
        byte[] content = Objects.requireNonNullElse(sent, new byte[0]);
        // Before a file is looked at, which takes a while, and without a connection to the database held meanwhile.
        if (!work.read(actor, () -> register.isThere(actor, personId))) {
            throw Refused.notFound();
        }
        Inspection.Report inspected = inspection.inspect(described.tidied().file(), content);
        return work.as(
                actor,
                () -> idempotency.once(
                        actor.account(),
                        key,
                        operation,
                        List.of(personId, described, DocumentRegister.sha256(content)),
                        () -> answer(
                                operation,
                                HttpStatus.CREATED,
                                described.kind(),
                                register.add(actor, personId, fieldClass, described, inspected, content))));
    }

    /** What lies beside the dossier opens as what lies in it; that it is offered is told with its declaration. */
    @GetMapping(
            path = "/offered-documents/{documentId}/content",
            produces = {PDF, JPEG, PNG, TIFF, DOCX, XLSX})
    ResponseEntity<Resource> getOfferedDocumentContent(
            Actor actor, @PathVariable UUID personId, @PathVariable UUID documentId) {
        return opened(
                actor,
                "getOfferedDocumentContent",
                personId,
                documentId,
                () -> register.openOffered(actor, personId, documentId));
    }

    private ResponseEntity<Resource> opened(
            Actor actor, String operation, DocumentClass fieldClass, UUID personId, UUID documentId) {
        return opened(
                actor, operation, personId, documentId, () -> register.open(actor, personId, fieldClass, documentId));
    }

    private ResponseEntity<Resource> opened(
            Actor actor,
            String operation,
            UUID personId,
            UUID documentId,
            Supplier<Optional<DocumentRegister.Opened>> opening) {
        return work.read(actor, () -> {
            DocumentRegister.Opened opened = unsealed(documentId, opening);
            audit.write(Audit.Entry.of(operation).about(personId).on(documentId));
            Document document = opened.document();
            return FileAnswer.of(
                    document.type().mediaType(), document.described().file(), opened.content());
        });
    }

    private static DocumentRegister.Opened unsealed(
            UUID documentId, Supplier<Optional<DocumentRegister.Opened>> opening) {
        try {
            return opening.get().orElseThrow(Refused::notFound);
        } catch (BrokenSeal broken) {
            LOG.error(
                    "ALARM document {} does not open: it was changed where it is kept, or the keys are others",
                    documentId,
                    broken);
            throw new Refused(HttpStatus.INTERNAL_SERVER_ERROR, "document-does-not-open", List.of());
        }
    }

    private ResponseEntity<String> voided(
            Actor actor,
            String operation,
            DocumentClass fieldClass,
            UUID personId,
            UUID documentId,
            String ifMatch,
            String key,
            DocumentVoid body) {
        return work.as(
                actor,
                () -> idempotency.once(
                        actor.account(),
                        key,
                        operation,
                        List.of(personId, documentId, body),
                        () -> answer(
                                operation,
                                HttpStatus.OK,
                                body.reason(),
                                register.voided(
                                        actor,
                                        personId,
                                        fieldClass,
                                        Preconditions.madeOn(ifMatch),
                                        documentId,
                                        body.reason()))));
    }

    private ResponseEntity<DocumentDetail> answer(
            String operation, HttpStatus status, String reason, DocumentOutcome outcome) {
        return switch (outcome) {
            case DocumentOutcome.Recorded(Document document) -> {
                audit.write(Audit.Entry.of(operation)
                        .about(document.personId())
                        .on(document.id())
                        .because(reason));
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(document.revision()))
                        .body(DocumentDetail.of(document));
            }
            case DocumentOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case DocumentOutcome.Unknown() -> throw Refused.notFound();
        };
    }
}
