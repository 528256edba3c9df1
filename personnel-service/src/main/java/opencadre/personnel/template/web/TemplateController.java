package opencadre.personnel.template.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.PrintedFiles;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.document.DocumentRegister;
import opencadre.personnel.document.Inspection;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.template.PaperTemplate;
import opencadre.personnel.template.TemplateOutcome;
import opencadre.personnel.template.TemplateRegister;
import opencadre.personnel.template.TemplatedPaper;
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

/** The templates of papers: brought by one, tried by whoever may bring or put them, put in force by another. */
@RestController
@RequestMapping("/api/personnel/paper-templates")
final class TemplateController {

    private final TemplateRegister register;
    private final Inspection inspection;
    private final PrintedFiles files;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    TemplateController(
            TemplateRegister register,
            Inspection inspection,
            PrintedFiles files,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.register = register;
        this.inspection = inspection;
        this.files = files;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    record TemplateList(List<TemplateKindDetail> kinds) {}

    record TemplateKindDetail(
            TemplatedPaper kind,
            long revision,
            @Nullable UUID inForce,
            List<TemplateVersionDetail> versions,
            List<TemplateUseDetail> uses) {

        static TemplateKindDetail of(Actor actor, TemplatedPaper kind, TemplateRegister.All all) {
            List<TemplateUseDetail> uses = all.uses().stream()
                    .filter(use -> use.kind() == kind)
                    .map(TemplateUseDetail::of)
                    .toList();
            return new TemplateKindDetail(
                    kind,
                    uses.isEmpty() ? 0 : uses.getFirst().revision(),
                    uses.isEmpty() ? null : uses.getFirst().templateId(),
                    all.versions().stream()
                            .filter(version -> version.kind() == kind)
                            .map(version -> TemplateVersionDetail.of(actor, version))
                            .toList(),
                    uses);
        }
    }

    /** {@code own}: whoever asks brought it, so that another puts it in force. */
    record TemplateVersionDetail(
            UUID id,
            String file,
            int size,
            String sha256,
            String note,
            List<String> missing,
            String broughtBy,
            Instant broughtAt,
            boolean own) {

        static TemplateVersionDetail of(Actor actor, PaperTemplate template) {
            return new TemplateVersionDetail(
                    template.id(),
                    template.file(),
                    template.size(),
                    template.sha256(),
                    template.note(),
                    template.missing(),
                    template.brought().name(),
                    template.brought().at(),
                    FourEyes.areOne(template.brought().hands(), actor.hands()));
        }
    }

    record TemplateUseDetail(long revision, @Nullable UUID templateId, String reason, String putBy, Instant putAt) {

        static TemplateUseDetail of(PaperTemplate.Use use) {
            return new TemplateUseDetail(
                    use.revision(),
                    use.templateId(),
                    use.reason(),
                    use.put().name(),
                    use.put().at());
        }
    }

    record TemplateInForce(
            @Nullable UUID templateId,
            @NotNull @Size(min = 3, max = 500) String reason) {}

    @GetMapping
    TemplateList listPaperTemplates(Actor actor) {
        return work.read(actor, () -> {
            TemplateRegister.All all = register.all();
            audit.write(
                    Audit.Entry.of("listPaperTemplates").counting(all.versions().size()));
            return new TemplateList(Arrays.stream(TemplatedPaper.values())
                    .map(kind -> TemplateKindDetail.of(actor, kind, all))
                    .toList());
        });
    }

    @GetMapping(
            path = "/{kind}/document",
            produces = {WordTemplate.MEDIA, PrintedFiles.WORKBOOK})
    ResponseEntity<Resource> getPaperTemplate(
            Actor actor,
            @PathVariable TemplatedPaper kind,
            @RequestParam(required = false) @Nullable UUID version,
            @RequestParam(defaultValue = "false") boolean own) {
        return file(
                kind,
                kind.title(),
                PaperFormat.WORD,
                () -> work.read(actor, () -> {
                    byte[] content = own
                            ? register.own(kind)
                            : register.content(kind, version).orElseThrow(Refused::notFound);
                    audit.write(Audit.Entry.of("getPaperTemplate").because(kind.name()));
                    return content;
                }));
    }

    private ResponseEntity<Resource> file(
            TemplatedPaper kind, String name, PaperFormat format, Supplier<byte[]> content) {
        return kind.type() == FileKind.XLSX ? files.workbook(name, content.get()) : files.answer(format, name, content);
    }

    @PostMapping(path = "/{kind}/versions", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> bringPaperTemplate(
            Actor actor,
            @PathVariable TemplatedPaper kind,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam @Size(min = 1, max = 200) String file,
            @RequestParam @Size(min = 3, max = 500) String note,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] content = Objects.requireNonNullElse(sent, new byte[0]);
        TemplateRegister.Checked checked = register.check(kind, content, inspection.inspect(file, content));
        return work.as(
                actor,
                () -> idempotency.once(
                        actor.account(),
                        key,
                        "bringPaperTemplate",
                        List.of(kind, file, note, DocumentRegister.sha256(content)),
                        () -> switch (register.bring(actor, kind, file, note, content, checked)) {
                            case TemplateOutcome.Brought(PaperTemplate template) -> {
                                audit.write(Audit.Entry.of("bringPaperTemplate")
                                        .on(template.id())
                                        .because(kind.name()));
                                yield ResponseEntity.status(HttpStatus.CREATED)
                                        .body(TemplateVersionDetail.of(actor, template));
                            }
                            case TemplateOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
                            case TemplateOutcome.Put put -> throw new IllegalStateException(put.toString());
                            case TemplateOutcome.Unknown() -> throw Refused.notFound();
                        }));
    }

    @GetMapping(
            path = "/{kind}/versions/{templateId}/trial",
            produces = {WordTemplate.MEDIA, MediaType.APPLICATION_PDF_VALUE, PrintedFiles.WORKBOOK})
    ResponseEntity<Resource> tryPaperTemplate(
            Actor actor,
            PaperFormat format,
            @PathVariable TemplatedPaper kind,
            @PathVariable UUID templateId,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID unit) {
        boolean isOfUnit = kind == TemplatedPaper.STATISTICS;
        UUID about = isOfUnit ? unit : person;
        if (about == null) {
            throw Refused.invalid(Finding.of(isOfUnit ? "unit" : "person", "required"));
        }
        if (isOfUnit && format == PaperFormat.PDF) {
            throw new Refused(HttpStatus.NOT_ACCEPTABLE, "template-no-pdf", List.of());
        }
        return file(kind, "thu-" + kind.title(), format, () -> {
            TemplateRegister.Trial trial = work.read(actor, () -> {
                TemplateRegister.Trial gathered = register.trial(actor, kind, templateId, about);
                if (gathered instanceof TemplateRegister.Trial.Ready) {
                    Audit.Entry entry =
                            Audit.Entry.of("tryPaperTemplate").on(templateId).because(kind.name());
                    audit.write(isOfUnit ? entry.in(about) : entry.about(about));
                }
                return gathered;
            });
            return switch (trial) {
                case TemplateRegister.Trial.Ready(var paper) ->
                    paper.get()
                            .orElseThrow(() -> Refused.unlawful(List.of(Finding.of("content", "template-not-filled"))));
                case TemplateRegister.Trial.Unlawful(var findings) -> throw Refused.unlawful(findings);
                case TemplateRegister.Trial.Unknown() -> throw Refused.notFound();
            };
        });
    }

    @PutMapping("/{kind}/in-force")
    ResponseEntity<TemplateUseDetail> putPaperTemplate(
            Actor actor,
            @PathVariable TemplatedPaper kind,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid TemplateInForce body) {
        return work.as(actor, () -> switch (register.put(
                actor, kind, body.templateId(), body.reason(), Preconditions.madeOn(ifMatch))) {
            case TemplateOutcome.Put(PaperTemplate.Use use) -> {
                audit.write(Audit.Entry.of("putPaperTemplate").because(kind.name() + ": " + use.reason()));
                yield ResponseEntity.ok()
                        .eTag(Preconditions.etag(use.revision()))
                        .body(TemplateUseDetail.of(use));
            }
            case TemplateOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case TemplateOutcome.Brought brought -> throw new IllegalStateException(brought.toString());
            case TemplateOutcome.Unknown() -> throw Refused.notFound();
        });
    }
}
