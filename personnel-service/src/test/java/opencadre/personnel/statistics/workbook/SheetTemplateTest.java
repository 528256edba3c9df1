package opencadre.personnel.statistics.workbook;

import static opencadre.personnel.statistics.StatisticsPlaces.LINES;
import static opencadre.personnel.statistics.StatisticsPlaces.NAME;
import static opencadre.personnel.statistics.StatisticsPlaces.NOTES;
import static opencadre.personnel.statistics.StatisticsPlaces.NOT_HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A form as people lay it out, and what becomes of it. */
class SheetTemplateTest {

    private static final String NOTE = "Chỉ tính trong phạm vi.\nCác số được làm tròn.";

    private final XSSFWorkbook form = new XSSFWorkbook();

    private static Map<String, Object> line(Object no, String name, Object total, Object women) {
        Map<String, Object> cells = new HashMap<>(Map.of("no", no, NAME, name, "TOTAL", total, "SEX.FEMALE", women));
        cells.put("before.TOTAL", NOT_HERE);
        return cells;
    }

    private static Map<String, Object> places(List<Map<String, Object>> lines) {
        Map<String, Object> places = new HashMap<>(lines.getFirst());
        places.putAll(Map.of("unit", "Phường Sông Công", "day", "31/12/2026", NOTES, NOTE, LINES, lines));
        return places;
    }

    private static Map<String, Object> ofThree() {
        return places(List.of(
                line("", "Tổng số", 1234L, 500L), line(1L, "Ban Một", 1000L, 400L), line(2L, "Ban Hai", "", "")));
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        var at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
    }

    private static void write(XSSFSheet sheet, int row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            cell(sheet, row, column).setCellValue(texts[column]);
        }
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return cell(sheet, row, column).getStringCellValue();
    }

    private XSSFWorkbook filled(Map<String, Object> places) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(out);
        return new XSSFWorkbook(new ByteArrayInputStream(SheetTemplate.filled(out.toByteArray(), places)));
    }

    @Test
    void theRowOfALineIsRepeatedAsItLooksAndWhatIsBelowGoesDown() throws IOException {
        XSSFSheet sheet = form.createSheet("Biểu");
        write(sheet, 0, "{{unit}}, ngày {{day}}");
        write(sheet, 2, "[no]", "[name]", "", "[TOTAL]", "[TOTAL+SEX.FEMALE]");
        sheet.addMergedRegion(CellRangeAddress.valueOf("B3:C3"));
        XSSFCellStyle style = form.createCellStyle();
        style.setDataFormat(form.createDataFormat().getFormat("#,##0"));
        cell(sheet, 2, 3).setCellStyle(style);
        cell(sheet, 2, 5).setCellFormula("D3*2");
        sheet.getRow(2).setHeightInPoints(33);
        write(sheet, 3, "Người lập biểu");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A4:D4"));
        cell(sheet, 4, 0).setCellFormula("SUM(D1:D2)");
        write(sheet, 5, "{{notes}}");
        form.setPrintArea(0, 0, 5, 0, 2);

        XSSFSheet made = filled(ofThree()).getSheetAt(0);

        assertThat(text(made, 0, 0)).isEqualTo("Phường Sông Công, ngày 31/12/2026");
        assertThat(cell(made, 2, 0).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(text(made, 2, 1)).isEqualTo("Tổng số");
        assertThat(text(made, 4, 1)).isEqualTo("Ban Hai");
        assertThat(cell(made, 2, 3).getNumericCellValue()).isEqualTo(1234);
        assertThat(cell(made, 3, 3).getNumericCellValue()).isEqualTo(1000);
        assertThat(cell(made, 3, 0).getNumericCellValue()).isEqualTo(1);
        assertThat(cell(made, 3, 4).getNumericCellValue()).isEqualTo(1400);
        assertThat(cell(made, 3, 3).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        assertThat(cell(made, 4, 5).getCellFormula()).isEqualTo("D5*2");
        assertThat(made.getRow(4).getHeightInPoints()).isEqualTo(33);
        // A unit that did not stand.
        assertThat(cell(made, 4, 3).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(cell(made, 4, 4).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(text(made, 5, 0)).isEqualTo("Người lập biểu");
        assertThat(made.getMergedRegions())
                .extracting(CellRangeAddress::formatAsString)
                .containsExactlyInAnyOrder("B3:C3", "B4:C4", "B5:C5", "A6:D6");
        assertThat(cell(made, 6, 0).getCellFormula()).isEqualTo("SUM(D1:D2)");
        assertThat(text(made, 7, 0)).isEqualTo(NOTE);
        assertThat(cell(made, 7, 0).getCellStyle().getWrapText()).isTrue();
        assertThat(made.getRow(7).getHeightInPoints()).isGreaterThan(2 * made.getDefaultRowHeightInPoints());
        assertThat(made.getWorkbook().getPrintArea(0)).endsWith("$A$1:$F$5");
        assertThat(made.getWorkbook().getForceFormulaRecalculation()).isTrue();
    }

    @Test
    void whatNoPlaceWasLeftForStandsBelowTheLastRow() throws IOException {
        XSSFSheet sheet = form.createSheet("Biểu");
        write(sheet, 0, "[name]", "[TOTAL]");
        sheet.setColumnHidden(0, true);
        form.setPrintArea(0, 0, 1, 0, 0);

        XSSFSheet made = filled(ofThree()).getSheetAt(0);

        assertThat(text(made, 4, 1)).isEqualTo("Chỉ tính trong phạm vi.");
        assertThat(text(made, 5, 1)).isEqualTo("Các số được làm tròn.");
        assertThat(made.getWorkbook().getPrintArea(0)).endsWith("$A$1:$B$6");
    }

    @Test
    void aRowOfEverybodyIsNotRepeated() throws IOException {
        XSSFSheet sheet = form.createSheet("Biểu");
        write(sheet, 0, "", "[name]", "[TOTAL]");
        write(sheet, 1, "", "{{name}}", "{{TOTAL}}", "Nữ: {{SEX.FEMALE}}/{{TOTAL+SEX.FEMALE}} người");

        XSSFSheet made = filled(ofThree()).getSheetAt(0);
        XSSFSheet alone = filled(places(List.of(line("", "Tổng số", 7L, 3L)))).getSheetAt(0);

        assertThat(List.of(text(made, 0, 1), text(made, 1, 1), text(made, 2, 1)))
                .containsExactly("Ban Một", "Ban Hai", "Tổng số");
        assertThat(cell(made, 2, 2).getNumericCellValue()).isEqualTo(1234);
        assertThat(text(made, 2, 3)).isEqualTo("Nữ: 500/1.734 người");
        assertThat(cell(alone, 0, 1).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(text(alone, 1, 1)).isEqualTo("Tổng số");
    }

    @Test
    void aSheetOfASecondDayIsLeftOutWhereThereIsNoneUnlessItIsTheOnlyOne() throws IOException {
        XSSFSheet second = form.createSheet("Ngày so sánh");
        write(second, 0, "[name]", "[before.TOTAL]");
        XSSFSheet first = form.createSheet("{{day}}");
        write(first, 0, "{{TOTAL}}", "của {{before}}");
        cell(first, 1, 0).setCellFormula("'Ngày so sánh'!B1");
        cell(first, 1, 1).setCellFormula("A1+1");
        form.createName().setNameName("khac");
        form.getName("khac").setRefersToFormula("'Ngày so sánh'!$B$1");

        XSSFWorkbook made = filled(ofThree());
        form.removeSheetAt(1);
        XSSFWorkbook only = filled(ofThree());

        assertThat(made.getNumberOfSheets()).isEqualTo(1);
        assertThat(made.getSheetName(0)).isEqualTo("31-12-2026");
        assertThat(cell(made.getSheetAt(0), 1, 0).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(cell(made.getSheetAt(0), 1, 1).getCellFormula()).isEqualTo("A1+1");
        assertThat(made.getAllNames()).isEmpty();
        // What is not known stands as it is.
        assertThat(text(made.getSheetAt(0), 0, 1)).isEqualTo("của {{before}}");
        assertThat(only.getNumberOfSheets()).isEqualTo(1);
        assertThat(text(only.getSheetAt(0), 1, 0)).isEqualTo("Ban Một");
        assertThat(cell(only.getSheetAt(0), 1, 1).getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    void twoSheetsOfOneNameAreTold() throws IOException {
        form.createSheet("{{day}}");
        form.createSheet("{{day}} ");
        form.createSheet("31-12-2026 (2)");

        XSSFWorkbook made = filled(ofThree());

        List<String> names = new ArrayList<>();
        made.forEach(sheet -> names.add(sheet.getSheetName().strip()));
        assertThat(names).contains("31-12-2026", "31-12-2026 (2)").doesNotHaveDuplicates();
    }

    @Test
    void nothingBecomesAFormula() throws IOException {
        XSSFSheet sheet = form.createSheet("Biểu");
        write(sheet, 0, "{{unit}}");
        write(sheet, 1, "[name]");
        Map<String, Object> places = new HashMap<>(
                places(List.of(line("", "=HYPERLINK(\"http://127.0.0.1\")", 0L, 0L), line(1L, "[TOTAL]", 0L, 0L))));
        places.put("unit", "=cmd|'/c calc'!A0");

        XSSFSheet made = filled(places).getSheetAt(0);

        assertThat(cell(made, 0, 0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(text(made, 0, 0)).isEqualTo("=cmd|'/c calc'!A0");
        assertThat(cell(made, 1, 0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(text(made, 2, 0)).isEqualTo("[TOTAL]");
    }
}
