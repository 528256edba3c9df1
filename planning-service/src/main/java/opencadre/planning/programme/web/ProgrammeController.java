package opencadre.planning.programme.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.PrintedFiles;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.WordTemplate;
import opencadre.planning.programme.FigureReport;
import opencadre.planning.programme.Programme;
import opencadre.planning.programme.ProgrammeRegister;
import opencadre.planning.programme.Programmes;
import opencadre.planning.programme.Reckoning;
import opencadre.planning.programme.ReportPrinter;
import opencadre.planning.programme.rule.Counting;
import opencadre.planning.programme.rule.Figures.Basis;
import opencadre.planning.programme.web.Requests.NewProgramme;
import opencadre.planning.programme.web.Views.FigureRows;
import opencadre.planning.programme.web.Views.FigureSet;
import opencadre.planning.programme.web.Views.ProgrammeLine;
import opencadre.planning.programme.web.Views.ProgrammeList;
import org.jspecify.annotations.Nullable;
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
 * Programmes and their figures. A figure counts whom the reader sees and nobody else; opened, it shows exactly the rows
 * it counted.
 */
@RestController
@RequestMapping("/api/planning/programmes")
final class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeRegister register;
    private final Reckoning reckoning;
    private final ReportPrinter printer;
    private final PrintedFiles files;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    ProgrammeController(
            Programmes programmes,
            ProgrammeRegister register,
            Reckoning reckoning,
            ReportPrinter printer,
            PrintedFiles files,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.programmes = programmes;
        this.register = register;
        this.reckoning = reckoning;
        this.printer = printer;
        this.files = files;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @GetMapping
    ProgrammeList listProgrammes(Actor actor) {
        return work.read(actor, () -> {
            List<Programme> all = programmes.all();
            audit.write(Audit.Entry.of("listProgrammes").counting(all.size()));
            return new ProgrammeList(all.stream().map(ProgrammeLine::of).toList());
        });
    }

    @PostMapping
    ResponseEntity<String> recordProgramme(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewProgramme body) {
        return work.as(
                actor,
                () -> idempotency.once(actor.account(), key, "recordProgramme", body, () -> switch (register.record(
                        actor, body.content())) {
                    case ProgrammeRegister.Outcome.Recorded(Programme programme) -> {
                        audit.write(Audit.Entry.of("recordProgramme"));
                        yield ResponseEntity.status(HttpStatus.CREATED).body(ProgrammeLine.of(programme));
                    }
                    case ProgrammeRegister.Outcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
                }));
    }

    @GetMapping("/{programmeId}/figures")
    FigureSet listFigures(
            Actor actor,
            @PathVariable UUID programmeId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(defaultValue = "HISTORICAL") Basis basis) {
        return work.read(actor, () -> {
            Reckoning.Answer answer = reckoned(actor, programmeId, asOf, knownAt, basis);
            audit.write(Audit.Entry.of("listFigures").counting(answer.figures().size()));
            return FigureSet.of(answer);
        });
    }

    @GetMapping(
            path = "/{programmeId}/figures/document",
            produces = {WordTemplate.MEDIA, MediaType.APPLICATION_PDF_VALUE})
    ResponseEntity<Resource> getFiguresDocument(
            Actor actor,
            PaperFormat format,
            @PathVariable UUID programmeId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(defaultValue = "HISTORICAL") Basis basis) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return files.answer(
                format,
                "so-lieu-" + day,
                () -> work.read(actor, () -> {
                    Reckoning.Answer answer = reckoned(actor, programmeId, asOf, knownAt, basis);
                    audit.write(Audit.Entry.of("getFiguresDocument")
                            .counting(answer.figures().size()));
                    return printer.print(FigureReport.of(actor, answer));
                }));
    }

    @GetMapping("/{programmeId}/figures/{code}/rows")
    FigureRows listFigureRows(
            Actor actor,
            @PathVariable UUID programmeId,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return work.read(actor, () -> {
            Reckoning.Answer answer = reckoned(actor, programmeId, asOf, knownAt, Basis.HISTORICAL);
            Reckoning.Counted counted = answer.figures().get(code);
            if (counted == null) {
                throw Refused.notFound();
            }
            audit.write(Audit.Entry.of("listFigureRows")
                    .among(counted.rows().stream().map(Counting.Row::personId).toList()));
            return FigureRows.of(code, answer, counted.rows());
        });
    }

    private Reckoning.Answer reckoned(
            Actor actor, UUID programmeId, @Nullable LocalDate asOf, @Nullable Instant knownAt, Basis basis) {
        Programme programme = programmes.find(programmeId).orElseThrow(Refused::notFound);
        LocalDate day = asOf == null ? actor.today() : asOf;
        return reckoning.of(actor, programme, new Reckoning.Question(day, knownAt, basis));
    }
}
