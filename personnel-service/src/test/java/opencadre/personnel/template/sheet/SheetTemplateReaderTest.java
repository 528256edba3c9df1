package opencadre.personnel.template.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opencadre.kit.rule.Finding;
import opencadre.kit.word.TemplateFile;
import opencadre.kit.word.TemplateSource;
import opencadre.personnel.document.SamplePapers;
import opencadre.personnel.template.TemplateReader.Read;
import opencadre.personnel.template.rule.FoundPlace;
import opencadre.personnel.template.rule.PlacesOfForm;
import opencadre.personnel.template.rule.TemplateRules;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a sheet, and what is said of it to whoever wrote it. */
class SheetTemplateReaderTest {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final PlacesOfForm FORM = PlacesOfForm.of(
            Map.of(
                    "unit",
                    "",
                    "TOTAL",
                    0L,
                    "AGE.TO_30",
                    0L,
                    "lines",
                    List.of(Map.of("name", "", "TOTAL", 0L, "AGE.TO_30", 0L))),
            List.of("lines"));

    /** Cells row by row, on a sheet named {@code Biểu 1}. */
    private static byte[] book(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Biểu 1");
            for (List<String> cells : rows) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                cells.forEach(cell ->
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell));
            }
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<Finding> faults(List<List<String>> rows) {
        byte[] book = book(rows);
        assertThat(SheetParts.faults(book)).isEmpty();
        Read read = SheetPlaces.read(book, FORM);
        return Stream.concat(read.faults().stream(), TemplateRules.faults(read.places(), FORM).stream())
                .toList();
    }

    @Test
    void whatTheFormKnowsIsFoundWithItsCell() {
        List<List<String>> rows = List.of(
                List.of("{{unit}}: {{TOTAL}} người [1] [ghi rõ]"),
                List.of("[name]", "[ TOTAL + AGE.TO_30 ]", "[2]", "{{TOTAL}}"));

        assertThat(faults(rows)).isEmpty();
        List<FoundPlace> places = SheetPlaces.read(book(rows), FORM).places();
        assertThat(places.stream().map(FoundPlace::written))
                .containsExactly("{{unit}}", "{{TOTAL}}", "[name]", "[TOTAL]", "[AGE.TO_30]", "{{TOTAL}}");
        assertThat(places.get(3).where()).startsWith("Biểu 1!B2: [ TOTAL");
        assertThat(TemplateRules.missingNames(List.of(), places)).containsExactly("AGE.TO_30", "TOTAL", "name", "unit");
        assertThat(TemplateRules.missingNames(places.subList(0, 3), places)).containsExactly("AGE.TO_30");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(List.of(List.of("{{unti}}")), "template-unknown-place", "{{unti}}"),
                Arguments.of(List.of(List.of("{{TOTAL+AGE.TO_3}}")), "template-unknown-place", "{{AGE.TO_3}}"),
                Arguments.of(List.of(List.of("[AGE.TO_3]")), "template-unknown-place", "[AGE.TO_3]"),
                Arguments.of(List.of(List.of("[name] [Nữ giới]")), "template-unknown-place", "[Nữ giới]"),
                Arguments.of(List.of(List.of("{{lines}}")), "template-unknown-place", "{{lines}}"),
                Arguments.of(List.of(List.of("{{?lines}}")), "template-unknown-place", "{{?lines}}"),
                Arguments.of(List.of(List.of("{{@unit}}")), "template-sign", "{{@unit}}"),
                Arguments.of(List.of(List.of("[name]"), List.of("[TOTAL]")), "template-row", "[TOTAL]"),
                Arguments.of(List.of(List.of("{{TOTAL + unit}}")), "template-sum", "{{TOTAL+unit}}"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatItDoesNotKnowIsNamedWithItsCell(List<List<String>> rows, String code, String written) {
        assertThat(faults(rows).getFirst()).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.messages().vi()).contains(written, "Biểu 1!A");
            assertThat(finding.messages().en()).contains(written, "Biểu 1!A");
        });
    }

    private static List<String> codes(Map<String, String> parts) {
        return SheetParts.faults(SamplePapers.office(TYPE, parts)).stream()
                .map(Finding::code)
                .distinct()
                .toList();
    }

    private static Map<String, String> sheet(String inside) {
        return Map.of("xl/worksheets/sheet1.xml", "<worksheet>" + inside + "</worksheet>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='A1'><f>WEBSERVICE(\"http://127.0.0.1/\"&amp;A2)</f></c></row>",
                "<row r='1'><c r='A1'><f>_xlfn.WEBSERVICE (A2)</f></c></row>",
                "<row r='1'><c r='A1'><f>1+hyperlink(\"http://127.0.0.1\")</f></c></row>",
                "<row r='1'><c r='A1'><f>SUM(INDIRECT(\"'[a.xlsx]B'!A1\"))</f></c></row>",
                "<row r='1'><c r='A1'><f>[1]Sheet1!A1</f></c></row>",
                "<row r='1'><c r='A1'><f>'C:\\a\\[b.xlsx]Sheet1'!A1</f></c></row>",
                "<row r='1'><c r='A1'><f>cmd|'/c calc'!A0</f></c></row>",
                "<conditionalFormatting><cfRule><formula>RTD(\"x\",,\"y\")</formula></cfRule></conditionalFormatting>",
                "<dataValidations><dataValidation><formula1>IMAGE(A1)</formula1></dataValidation></dataValidations>"
            })
    void whatReachesOutsideIsRefused(String inside) {
        assertThat(codes(sheet(inside))).containsExactly("template-formula");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='A1'><f>IF(SUM(B1:B9)=0,\"\",SUM(Data[Col])/B2)</f></c></row>",
                "<row r='1'><c r='A1'><f>\"Xem http://127.0.0.1 | WEBSERVICE(\"</f></c></row>",
                "<row r='1'><c r='A1'><f t='shared' si='0'/></c></row>"
            })
    void whatReckonsWithinTheFormIsTaken(String inside) {
        assertThat(codes(sheet(inside))).isEmpty();
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("xl/connections.xml", "<connections/>", "template-field"),
                Arguments.of("xl/externalLinks/externalLink1.xml", "<externalLink/>", "template-field"),
                Arguments.of("xl/queryTables/queryTable1.xml", "<queryTable/>", "template-field"),
                Arguments.of("xl/pivotCache/pivotCacheDefinition1.xml", "<a/>", "template-field"),
                Arguments.of(
                        "xl/workbook.xml",
                        "<workbook><definedNames><definedName>WEBSERVICE(1)</definedName></definedNames></workbook>",
                        "template-formula"),
                Arguments.of(
                        "xl/worksheets/sheet1.xml",
                        "<a><headerFooter><oddHeader>&amp;L{{unit}}</oddHeader></headerFooter></a>",
                        "template-not-in-cell"),
                Arguments.of("xl/drawings/drawing1.xml", "<a><t>{{unit}}</t></a>", "template-not-in-cell"),
                Arguments.of("xl/worksheets/sheet1.xml", "<a><row r='10001'/></a>", "template-too-many-rows"),
                Arguments.of(
                        "xl/worksheets/sheet1.xml",
                        "<a>" + "<row><c><v>1</v></c></row>".repeat(501) + "</a>",
                        "template-too-many-rows"),
                Arguments.of(
                        "xl/worksheets/sheet1.xml", "<a>" + "<c/>".repeat(100_001) + "</a>", "template-too-many-rows"),
                Arguments.of("xl/worksheets/sheet1.xml", "<a>" + " ".repeat(20_000_001) + "</a>", "document-damaged"),
                Arguments.of(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><f>&e;</f>",
                        "document-damaged"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatAFormHasNoneOfIsRefused(String name, String content, String code) {
        assertThat(codes(Map.of(name, content))).containsExactly(code);
    }

    @Test
    void aSheetUnderANameThatWasNotLookedAtIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(book(List.of(List.of("{{unit}}")))));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(part.getName().replace("sheet1.xml", "sheet1.bin")));
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.write(text.replace("sheet1.xml", "sheet1.bin").getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(SheetPlaces.read(out.toByteArray(), FORM).faults().stream().map(Finding::code))
                .containsExactly("document-damaged");
    }

    @Test
    void theHousesOwnIsTaken() {
        assertThat(SheetParts.faults(new TemplateFile(TemplateSource.NONE, "", "statistics.xlsx").own()))
                .isEmpty();
        assertThat(SheetPlaces.read(new byte[] {1, 2, 3}, FORM)
                        .faults()
                        .getFirst()
                        .code())
                .isEqualTo("document-damaged");
    }
}
