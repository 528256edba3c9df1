package opencadre.personnel.declaration.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Refused;
import opencadre.personnel.declaration.DeclarationRegister;
import opencadre.personnel.document.Document;
import opencadre.personnel.document.DocumentOutcome;
import opencadre.personnel.document.DocumentRegister;
import opencadre.personnel.document.Documents;
import opencadre.personnel.document.Inspection;
import opencadre.personnel.document.rule.Described;
import opencadre.personnel.document.rule.FileKind;
import org.jspecify.annotations.Nullable;
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

/** Papers that officials offer with what they declare: beside the dossier until it is accepted. */
@RestController
@RequestMapping("/api/personnel/people/{personId}/offered-documents")
final class OfferedDocumentController {

    private static final String OFFER = "offerDocument";

    private final DeclarationRegister declarations;
    private final DocumentRegister documents;
    private final Inspection inspection;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    OfferedDocumentController(
            DeclarationRegister declarations,
            DocumentRegister documents,
            Inspection inspection,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.declarations = declarations;
        this.documents = documents;
        this.inspection = inspection;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    record OfferedDocuments(UUID personId, List<OfferedDocument> items) {}

    record OfferedDocument(
            UUID id,
            UUID declarationId,
            String kind,
            String title,
            @Nullable String number,
            @Nullable String issuedOn,
            @Nullable String issuer,
            String file,
            FileKind type,
            int size,
            Instant recordedAt,
            String recordedBy) {

        static OfferedDocument of(UUID declarationId, Document document) {
            Described described = document.described();
            return new OfferedDocument(
                    document.id(),
                    declarationId,
                    described.kind(),
                    described.title(),
                    described.number(),
                    described.issuedOn(),
                    described.issuer(),
                    described.file(),
                    document.type(),
                    document.size(),
                    document.recorded().at(),
                    document.recorded().name());
        }
    }

    @GetMapping
    OfferedDocuments listOfferedDocuments(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            List<Documents.Offered> offered = documents.offered(actor, personId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("listOfferedDocuments").about(personId).counting(offered.size()));
            return new OfferedDocuments(
                    personId,
                    offered.stream()
                            .map(each -> OfferedDocument.of(each.declarationId(), each.document()))
                            .toList());
        });
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> offerDocument(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam UUID declarationId,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String issuedOn,
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam String file,
            @RequestBody(required = false) byte @Nullable [] sent) {
        Described described = new Described(kind, title, number, issuedOn, issuer, null, file);
        byte[] content = Objects.requireNonNullElse(sent, new byte[0]);
        // Before a file is looked at, which takes a while, and without a connection to the database held meanwhile.
        if (!work.read(actor, () -> documents.isThere(actor, personId))) {
            throw Refused.notFound();
        }
        Inspection.Report inspected = inspection.inspect(described.tidied().file(), content);
        return work.as(
                actor,
                () -> idempotency.once(
                        actor.account(),
                        key,
                        OFFER,
                        List.of(personId, declarationId, described, DocumentRegister.sha256(content)),
                        () -> answer(
                                declarationId,
                                declarations.offer(actor, personId, declarationId, described, inspected, content))));
    }

    private ResponseEntity<OfferedDocument> answer(UUID declarationId, DocumentOutcome outcome) {
        return switch (outcome) {
            case DocumentOutcome.Recorded(Document document) -> {
                audit.write(Audit.Entry.of(OFFER).about(document.personId()).on(document.id()));
                yield ResponseEntity.status(HttpStatus.CREATED).body(OfferedDocument.of(declarationId, document));
            }
            case DocumentOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case DocumentOutcome.Unknown() -> throw Refused.notFound();
        };
    }
}
