package opencadre.kit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Refused;
import opencadre.kit.workbook.CellFinding;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.ImportReport;
import opencadre.kit.workbook.Imports;
import opencadre.kit.workbook.Progress;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.SheetForm;
import opencadre.kit.workbook.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Workbooks over HTTP, the same in every service that takes sheets. */
@RestController
@RequestMapping("/api/${opencadre.service}/imports")
final class ImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportSheets sheets;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;
    private final ImportRuns runs;
    private final ImportRunRows rows;
    private final String address;

    ImportController(
            Imports imports,
            ImportSheets sheets,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency,
            ImportRuns runs,
            ImportRunRows rows,
            KitProperties properties) {
        this.imports = imports;
        this.sheets = sheets;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.runs = runs;
        this.rows = rows;
        this.address = "/api/" + properties.service() + "/imports/runs/";
    }

    record BatchLine(UUID id, String file, Instant takenAt, int made, boolean undone) {

        static BatchLine of(Imports.Batch batch) {
            return new BatchLine(batch.id(), batch.file(), batch.takenAt(), batch.made(), batch.undone());
        }
    }

    record Batches(List<BatchLine> items) {}

    /**
     * A trial answers with its report, whatever it says; so does a book that is taken. A book that is to be taken and
     * cannot be is refused, and each finding names sheet and cell, as {@code Đơn vị!C12}. For whoever says
     * {@code Prefer: respond-async, wait=1} what takes longer than a second is accepted (202) and goes on by itself;
     * the {@code Location} tells how far it is.
     */
    @PostMapping(consumes = XLSX)
    ResponseEntity<String> importWorkbook(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
            @RequestParam String file,
            @RequestParam(defaultValue = "false") boolean trial,
            @RequestBody byte[] content) {
        if (file.isBlank() || file.length() > 200) {
            throw Refused.invalid(Finding.of("file", "wrong-length"));
        }
        Idempotency.wellFormed(key);
        String hash = hash(content);
        return answered(
                actor,
                new ImportRuns.Asked(key, trial + " " + hash + " " + file, file, trial, false),
                prefer,
                progress -> taken(actor, key, file, hash, trial, content, progress));
    }

    private ResponseEntity<String> answered(
            Actor actor, ImportRuns.Asked asked, String prefer, ImportRuns.Taking taking) {
        ImportRuns.Started started = runs.start(actor, asked, patience(prefer), taking);
        if (started.answer() != null) {
            return started.answer();
        }
        ImportRun run =
                work.as(actor, () -> rows.find(actor.account(), started.id()).orElseThrow(Refused::notFound));
        return runs.accepted(address + run.id(), run);
    }

    /** As RFC 7240 says it; null for whoever waits for the end, as those do who know of nothing else. */
    static @Nullable Duration patience(String prefer) {
        List<String> preferences = Stream.of(prefer.toLowerCase(Locale.ROOT).split("[,;]"))
                .map(each -> each.replaceAll("\\s", ""))
                .toList();
        if (!preferences.contains("respond-async")) {
            return null;
        }
        return preferences.stream()
                .filter(each -> each.matches("wait=\\d{1,4}"))
                .map(each -> Duration.ofSeconds(Long.parseLong(each.substring("wait=".length()))))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private ImportRuns.Done taken(
            Actor actor, String key, String file, String hash, boolean trial, byte[] content, Progress progress) {
        List<UUID> shown = new ArrayList<>();
        Supplier<ImportReport> taking = () -> {
            ImportReport report = taken(actor, file, content, trial, progress);
            shown.addAll(report.people());
            return report;
        };
        ResponseEntity<String> answer = trial
                // Nothing is kept, so by its key it is not kept either what a trial told.
                ? idempotency.unkept(key, taking.get())
                : idempotency.once(
                        actor.account(),
                        key,
                        "importWorkbook",
                        List.of(file, hash),
                        () -> ResponseEntity.status(HttpStatus.CREATED).body(taking.get()));
        return new ImportRuns.Done(answer, shown);
    }

    private ImportReport taken(Actor actor, String file, byte[] content, boolean trial, Progress progress) {
        ImportReport report = imports.take(actor.account(), file, content, trial, sheets.of(actor), progress);
        if (report.state() == ImportReport.State.REFUSED && !trial) {
            throw Refused.unlawful(
                    report.findings().stream().map(ImportController::named).toList());
        }
        int lines = report.sheets().stream()
                .mapToInt(ImportReport.SheetCount::lines)
                .sum();
        audit.write(Audit.Entry.of("importWorkbook")
                .among(report.people())
                .counting(lines)
                .because(report.state() + " " + file));
        return report;
    }

    record Runs(List<ImportRun> items) {}

    /** Those of the last day, latest first. */
    @GetMapping("/runs")
    Runs listImportRuns(Actor actor) {
        return work.read(actor, () -> new Runs(rows.of(actor.account())));
    }

    @GetMapping("/runs/{runId}")
    ImportRun showImportRun(Actor actor, @PathVariable UUID runId) {
        return work.read(actor, () -> rows.find(actor.account(), runId).orElseThrow(Refused::notFound));
    }

    /** What one that has ended was answered, once more. */
    @GetMapping("/runs/{runId}/report")
    ResponseEntity<String> showImportReport(Actor actor, @PathVariable UUID runId) {
        return work.read(actor, () -> {
            ImportRun run = rows.find(actor.account(), runId).orElseThrow(Refused::notFound);
            ImportRunRows.Answer answer = rows.answer(actor.account(), runId).orElseThrow(() -> unanswered(run));
            ResponseEntity<String> again = runs.again(answer);
            audit.write(
                    Audit.Entry.of("showImportReport").among(answer.people()).on(runId));
            return again;
        });
    }

    private static Refused unanswered(ImportRun run) {
        String code = switch (run.state()) {
            case WAITING, RUNNING, ENDED -> "import-not-ended";
            case CANCELLED -> "import-cancelled";
            case BROKEN_OFF -> "import-broken-off";
        };
        return new Refused(HttpStatus.CONFLICT, code, List.of());
    }

    /** Stops one that has not ended: nothing of it is kept. One that has ended stays as it is. */
    @PostMapping("/runs/{runId}/cancel")
    ImportRun cancelImport(Actor actor, @PathVariable UUID runId) {
        return work.as(actor, () -> {
            rows.cancel(actor.account(), runId);
            ImportRun run = rows.find(actor.account(), runId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("cancelImport").on(runId).because(run.state() + " " + run.file()));
            return run;
        });
    }

    @GetMapping
    Batches listImports(Actor actor) {
        return work.read(
                actor,
                () -> new Batches(
                        imports.of(actor.account()).stream().map(BatchLine::of).toList()));
    }

    record ImportForms(List<ImportForm> items) {}

    record ImportForm(String sheet, List<ImportColumn> columns) {

        static ImportForm of(SheetForm form) {
            return new ImportForm(
                    form.name(), form.columns().stream().map(ImportColumn::of).toList());
        }
    }

    record ImportColumn(String header, Column.Kind kind, boolean required, List<String> words) {

        static ImportColumn of(Column column) {
            return new ImportColumn(
                    column.header(),
                    column.kind(),
                    column.required(),
                    List.copyOf(column.words().keySet()));
        }
    }

    @GetMapping("/forms")
    ImportForms listImportForms(Actor actor) {
        return new ImportForms(forms(actor).map(ImportForm::of).toList());
    }

    /** Those in which new lines are typed. */
    private Stream<SheetForm> forms(Actor actor) {
        return sheets.of(actor).stream().filter(RowImport::takesNew).map(RowImport::form);
    }

    @GetMapping(path = "/template", produces = XLSX)
    ResponseEntity<byte[]> showTemplate(Actor actor) {
        byte[] book = Templates.of(forms(actor).toList());
        ContentDisposition named =
                ContentDisposition.attachment().filename("opencadre.xlsx").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(book);
    }

    /** Goes on by itself as a book does; what would be a second time is told of the first while that goes on. */
    @PostMapping("/{batchId}/undo")
    ResponseEntity<String> undoImport(
            Actor actor, @PathVariable UUID batchId, @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        String file = work.read(
                actor, () -> imports.standing(actor.account(), batchId).orElseThrow(Refused::notFound));
        String asked = "undo " + batchId;
        return answered(
                actor,
                new ImportRuns.Asked(asked, asked, file, false, true),
                prefer,
                progress -> undone(actor, batchId, progress));
    }

    private ImportRuns.Done undone(Actor actor, UUID batchId, Progress progress) {
        Imports.UndoReport report = imports.undo(actor.account(), batchId, sheets.of(actor), progress)
                .orElseThrow(Refused::notFound);
        audit.write(Audit.Entry.of("undoImport")
                .among(report.people())
                .counting(report.gone())
                .on(batchId));
        return new ImportRuns.Done(runs.said(report), List.of());
    }

    private static Finding named(CellFinding found) {
        Finding finding = found.finding();
        String cell = found.cell() == null ? "" : "!" + found.cell();
        return found.sheet() == null
                ? finding
                : new Finding(found.sheet() + cell, finding.code(), finding.messages(), finding.article());
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
