package opencadre.personnel.imports.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.kit.workbook.RowExchange;
import opencadre.kit.workbook.Templates;
import opencadre.kit.workbook.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes out what stands, for people who work in a spreadsheet; the book comes back as any other. */
@RestController
final class ExportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** People of whom lines are read and written at once. */
    private static final int AT_ONCE = 500;

    private final ImportSheets sheets;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;

    ExportController(ImportSheets sheets, Places places, ScopedWork work, Audit audit) {
        this.sheets = sheets;
        this.places = places;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping(path = "/api/personnel/imports/workbook", produces = XLSX)
    ResponseEntity<byte[]> exportWorkbook(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") List<String> sheet) {
        return work.read(actor, () -> {
            List<RowExchange> asked = asked(actor, sheet);
            List<UUID> people = people(actor, unit);
            audit.write(Audit.Entry.of("exportWorkbook")
                    .among(people)
                    .in(unit)
                    .counting(people.size())
                    .because(String.join(", ", sheet)));
            byte[] book = Templates.filled(asked.stream()
                    .map(each -> new Templates.Filled(each.form(), pages(each, people)))
                    .toList());
            ContentDisposition named =
                    ContentDisposition.attachment().filename("can-bo.xlsx").build();
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                    .body(book);
        });
    }

    private List<RowExchange> asked(Actor actor, List<String> codes) {
        List<RowExchange> known = sheets.of(actor).stream()
                .filter(RowExchange.class::isInstance)
                .map(RowExchange.class::cast)
                .toList();
        for (String code : codes) {
            if (known.stream().noneMatch(each -> each.code().equals(code))) {
                String all = known.stream().map(RowExchange::code).collect(Collectors.joining(", "));
                throw Refused.invalid(Finding.of("sheet", "unknown-sheet", code, all));
            }
        }
        return known.stream()
                .filter(each -> codes.isEmpty() || codes.contains(each.code()))
                .toList();
    }

    /** In the order of the list of people. */
    private List<UUID> people(Actor actor, @Nullable UUID unit) {
        List<UUID> people = new ArrayList<>();
        Places.Line after = null;
        List<Places.Line> page;
        do {
            page = places.page(actor, new Places.Query(null, unit), after, AT_ONCE);
            page.forEach(line -> people.add(line.personId()));
            after = page.isEmpty() ? null : page.getLast();
            hold(people.size());
        } while (page.size() == AT_ONCE);
        return people;
    }

    private static Iterator<List<RowExchange.Standing>> pages(RowExchange sheet, List<UUID> people) {
        AtomicInteger lines = new AtomicInteger();
        return IntStream.iterate(0, from -> from < people.size(), from -> from + AT_ONCE)
                .mapToObj(from -> sheet.standing(people.subList(from, Math.min(from + AT_ONCE, people.size()))))
                .peek(page -> hold(lines.addAndGet(page.size())))
                .iterator();
    }

    /** More than can come back are not taken out. */
    private static void hold(int lines) {
        if (lines > Workbook.MOST_LINES) {
            throw Refused.unlawful(List.of(Finding.of("unit", "too-many-lines-out", Workbook.MOST_LINES)));
        }
    }
}
