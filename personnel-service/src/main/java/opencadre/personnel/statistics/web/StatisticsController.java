package opencadre.personnel.statistics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.PrintedFiles;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.Sex;
import opencadre.personnel.statistics.Breakdown;
import opencadre.personnel.statistics.Statistics;
import opencadre.personnel.statistics.StatisticsBook;
import opencadre.personnel.statistics.StatisticsBy;
import opencadre.personnel.statistics.StatisticsColumn;
import opencadre.personnel.statistics.StatisticsColumns;
import opencadre.personnel.statistics.StatisticsReport;
import opencadre.personnel.statistics.StatisticsTable;
import opencadre.personnel.unit.UnitBasis;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statistics of people: the table, who is behind one of its numbers, and its workbook. */
@RestController
@RequestMapping("/api/personnel/statistics")
final class StatisticsController {

    private final StatisticsReport report;
    private final Statistics statistics;
    private final StatisticsColumns columns;
    private final StatisticsBook book;
    private final People people;
    private final Units units;
    private final PrintedFiles files;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    StatisticsController(
            StatisticsReport report,
            Statistics statistics,
            StatisticsColumns columns,
            StatisticsBook book,
            People people,
            Units units,
            PrintedFiles files,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.report = report;
        this.statistics = statistics;
        this.columns = columns;
        this.book = book;
        this.people = people;
        this.units = units;
        this.files = files;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatisticsDetail(
            UUID unitId,
            UnitBasis basis,
            String unitName,
            StatisticsBy by,
            LocalDate asOf,
            @Nullable LocalDate compareTo,
            boolean whole,
            boolean exact,
            List<ColumnGroup> groups,
            List<StatisticsLine> lines) {}

    record ColumnGroup(String code, Bilingual name, List<ColumnDetail> columns) {

        static ColumnGroup of(Map.Entry<Breakdown, List<StatisticsColumn>> group) {
            return new ColumnGroup(
                    group.getKey().name(),
                    group.getKey().label(),
                    group.getValue().stream()
                            .map(column -> new ColumnDetail(column.code(), column.name()))
                            .toList());
        }
    }

    record ColumnDetail(String code, Bilingual name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatisticsLine(
            String code,
            Bilingual name,
            @Nullable List<Long> counts,
            @Nullable List<Long> compared,
            @Nullable List<Long> differences) {

        static StatisticsLine of(StatisticsTable.Line line) {
            return new StatisticsLine(line.code(), line.name(), line.counts(), line.compared(), line.differences());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountedPage(
            LocalDate asOf,
            UnitBasis basis,
            List<CountedPerson> items,
            @Nullable String next) {}

    record CountedPerson(UUID id, String fullName, Sex sex, PartialDate birth, List<CountedPost> posts) {

        static CountedPerson of(PersonLine line, Map<UUID, String> unitNames) {
            return new CountedPerson(
                    line.id(),
                    line.fullName(),
                    line.sex(),
                    line.birth(),
                    line.posts().stream()
                            .map(post -> new CountedPost(
                                    post.title(), post.unitId(), unitNames.getOrDefault(post.unitId(), "")))
                            .toList());
        }
    }

    record CountedPost(String title, UUID unitId, String unitName) {}

    @GetMapping
    StatisticsDetail showStatistics(
            Actor actor,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "HISTORICAL") UnitBasis basis,
            @RequestParam(defaultValue = "UNITS") StatisticsBy by,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate compareTo) {
        return work.read(actor, () -> {
            StatisticsTable table = table(actor, "showStatistics", unit, basis, by, asOf, compareTo);
            return new StatisticsDetail(
                    table.unitId(),
                    table.basis(),
                    table.unitName(),
                    table.by(),
                    table.asOf(),
                    table.compareTo(),
                    table.whole(),
                    table.exact(),
                    columns.groups().entrySet().stream().map(ColumnGroup::of).toList(),
                    table.lines().stream().map(StatisticsLine::of).toList());
        });
    }

    @GetMapping(path = "/workbook", produces = PrintedFiles.WORKBOOK)
    ResponseEntity<Resource> printStatistics(
            Actor actor,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "HISTORICAL") UnitBasis basis,
            @RequestParam(defaultValue = "UNITS") StatisticsBy by,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate compareTo) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        Supplier<byte[]> made =
                work.read(actor, () -> book.of(table(actor, "printStatistics", unit, basis, by, day, compareTo)));
        return files.workbook("thong-ke-" + day, made.get());
    }

    @GetMapping("/rows")
    CountedPage listCounted(
            Actor actor,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "HISTORICAL") UnitBasis basis,
            @RequestParam(defaultValue = "UNITS") StatisticsBy by,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = StatisticsColumns.ALL) @Size(max = 100) String row,
            @RequestParam(defaultValue = "TOTAL") @Size(max = 100) String column,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        StatisticsColumn counted =
                columns.column(column).orElseThrow(() -> Refused.invalid(Finding.of("column", "wrong-form")));
        Cursors.Position position = cursor == null ? null : cursors.decode(cursor);
        Places.Line after = position == null ? null : new Places.Line(position.sortKey(), position.id());
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            if (!report.isReached(actor, unit)) {
                throw Refused.notFound();
            }
            Statistics.Question question =
                    new Statistics.Question(units.standing(unit, day, basis, actor.today()), by, day);
            List<Places.Line> page = statistics.counted(actor, question, row, counted, after, limit + 1);
            List<Places.Line> shown = page.subList(0, Math.min(limit, page.size()));
            List<PersonLine> lines =
                    people.lines(shown.stream().map(Places.Line::personId).toList(), day, null);
            Map<UUID, String> names = units.names(PersonLine.units(lines), day);
            audit.write(Audit.Entry.of("listCounted")
                    .among(lines.stream().map(PersonLine::id).toList())
                    .in(unit)
                    .because(row + " " + counted.code() + " " + day));
            return new CountedPage(
                    day,
                    basis,
                    lines.stream().map(line -> CountedPerson.of(line, names)).toList(),
                    page.size() > limit ? next(shown.getLast()) : null);
        });
    }

    private StatisticsTable table(
            Actor actor,
            String operation,
            UUID unit,
            UnitBasis basis,
            StatisticsBy by,
            @Nullable LocalDate asOf,
            @Nullable LocalDate compareTo) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        StatisticsTable table = report.table(actor, new StatisticsReport.Wanted(unit, basis, by, day, compareTo))
                .orElseThrow(Refused::notFound);
        audit.write(Audit.Entry.of(operation)
                .in(unit)
                .counting(table.lines().size())
                .because(by + " " + day + (compareTo == null ? "" : " " + compareTo)));
        return table;
    }

    private String next(Places.Line last) {
        return cursors.encode(new Cursors.Position(last.nameKey(), last.personId()));
    }
}
