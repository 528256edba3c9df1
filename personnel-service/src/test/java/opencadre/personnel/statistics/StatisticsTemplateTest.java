package opencadre.personnel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.word.TemplateFile;
import opencadre.kit.word.TemplateSource;
import opencadre.personnel.cv.data.Catalogues;
import opencadre.personnel.statistics.workbook.SheetTemplate;
import opencadre.personnel.unit.UnitBasis;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The form that comes with the service asks for all that is counted. */
class StatisticsTemplateTest {

    private static final StatisticsColumns COLUMNS = new StatisticsColumns(Catalogues.read());
    private static final StatisticsPlaces PLACES = new StatisticsPlaces(COLUMNS);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final byte[] OWN = new TemplateFile(TemplateSource.NONE, "", "statistics.xlsx").own();

    private static Set<String> asked(XSSFSheet sheet) {
        Set<String> asked = new TreeSet<>();
        sheet.forEach(row -> row.forEach(cell -> SheetTemplate.places(cell)
                .forEach(place -> place.names().forEach(name -> asked.add(place.written(name))))));
        return asked;
    }

    @Test
    void everyColumnIsAskedForOnEachSheet() throws Exception {
        List<String> before = List.of("", "before.", "change.");
        try (XSSFWorkbook book = SheetTemplate.open(OWN)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(before.size());
            for (int at = 0; at < before.size(); at++) {
                String prefix = before.get(at);
                assertThat(asked(book.getSheetAt(at)))
                        .contains("{{notes}}", "{{name}}", "[no]", "[name]", "{{by}}")
                        .containsAll(COLUMNS.all().stream()
                                .flatMap(column -> Stream.of(
                                        "{{" + prefix + column.code() + "}}", "[" + prefix + column.code() + "]"))
                                .toList());
            }
        }
    }

    @Test
    void itIsFilledWithOneDayOrTwo() throws IOException {
        assertThat(sheets(null)).containsExactly("24-11-2026");
        assertThat(sheets(DAY)).containsExactly("24-11-2026");
        assertThat(sheets(DAY.minusYears(1))).containsExactly("24-11-2026", "24-11-2025", "Tăng, giảm");
    }

    private static List<String> sheets(@Nullable LocalDate second) throws IOException {
        List<Long> numbers = Collections.nCopies(COLUMNS.all().size(), 12L);
        List<StatisticsTable.Line> lines = new ArrayList<>();
        for (String name : List.of("Tổng số", "Ban Một", "Ban Hai")) {
            lines.add(new StatisticsTable.Line(
                    name, new Bilingual(name, name), numbers, name.equals("Ban Hai") ? null : numbers));
        }
        byte[] file = SheetTemplate.filled(
                OWN,
                PLACES.of(new StatisticsTable(
                        UUID.randomUUID(),
                        UnitBasis.HISTORICAL,
                        "Phường Sông Công",
                        StatisticsBy.UNITS,
                        DAY,
                        second,
                        false,
                        false,
                        lines)));
        List<String> names = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNames("_xlnm.Print_Titles"))
                    .hasSameSizeAs(List.copyOf(book.getAllNames()))
                    .allSatisfy(name -> assertThat(name.getRefersToFormula()).endsWith("!$6:$8"));
            book.forEach(sheet -> {
                names.add(sheet.getSheetName());
                sheet.forEach(row -> row.forEach(
                        cell -> assertThat(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "")
                                .doesNotContain("{{", "[")));
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("PHƯỜNG SÔNG CÔNG");
                assertThat(sheet.getRow(12).getCell(0).getStringCellValue())
                        .contains("phạm vi được xem", "bội số gần nhất của 5");
            });
        }
        return names;
    }
}
