package opencadre.personnel.imports.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opencadre.kit.ImportSheets;
import opencadre.kit.access.Actor;
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

    /** Things of which lines are read and written at once. */
    private static final int AT_ONCE = 500;

    private final ImportSheets sheets;
    private final ScopedWork work;
    private final Audit audit;

    ExportController(ImportSheets sheets, ScopedWork work, Audit audit) {
        this.sheets = sheets;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping(path = "/api/personnel/imports/workbook", produces = XLSX)
    ResponseEntity<byte[]> exportWorkbook(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") List<String> sheet) {
        return work.read(actor, () -> {
            Map<RowExchange, List<UUID>> asked = new LinkedHashMap<>();
            asked(actor, sheet).forEach(each -> asked.put(each, things(each, unit)));
            Set<UUID> people = new LinkedHashSet<>();
            asked.keySet().stream().filter(RowExchange::isOfPeople).forEach(each -> people.addAll(asked.get(each)));
            audit.write(Audit.Entry.of("exportWorkbook")
                    .among(List.copyOf(people))
                    .in(unit)
                    .counting(people.size())
                    .because(String.join(", ", sheet)));
            byte[] book = Templates.filled(asked.entrySet().stream()
                    .map(each -> new Templates.Filled(each.getKey().form(), pages(each.getKey(), each.getValue())))
                    .toList());
            boolean isOfPeople = asked.keySet().stream().anyMatch(RowExchange::isOfPeople);
            ContentDisposition named = ContentDisposition.attachment()
                    .filename(isOfPeople ? "can-bo.xlsx" : "to-chuc.xlsx")
                    .build();
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                    .body(book);
        });
    }

    /** Where none is named, all that are of people; all that are not, for whoever writes nothing of people. */
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
        boolean isOfPeople = known.stream().anyMatch(RowExchange::isOfPeople);
        return known.stream()
                .filter(each -> codes.isEmpty() ? each.isOfPeople() == isOfPeople : codes.contains(each.code()))
                .toList();
    }

    private static List<UUID> things(RowExchange sheet, @Nullable UUID unit) {
        List<UUID> things = sheet.things(unit);
        hold(things.size());
        return things;
    }

    private static Iterator<List<RowExchange.Standing>> pages(RowExchange sheet, List<UUID> things) {
        AtomicInteger lines = new AtomicInteger();
        return IntStream.iterate(0, from -> from < things.size(), from -> from + AT_ONCE)
                .mapToObj(from -> sheet.standing(things.subList(from, Math.min(from + AT_ONCE, things.size()))))
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
