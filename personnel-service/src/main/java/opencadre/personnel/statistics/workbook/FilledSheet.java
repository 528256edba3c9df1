package opencadre.personnel.statistics.workbook;

import static opencadre.personnel.statistics.StatisticsPlaces.LINES;
import static opencadre.personnel.statistics.StatisticsPlaces.NAME;
import static opencadre.personnel.statistics.StatisticsPlaces.NOTES;
import static opencadre.personnel.statistics.StatisticsPlaces.NOT_HERE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A sheet whose places are filled, row by row. */
final class FilledSheet {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final CellCopyPolicy ALL_OF_A_ROW = new CellCopyPolicy();
    private static final int HIGHEST_ROW = 409;

    private final Map<String, Object> places;
    private final List<Map<?, ?>> lines;

    /** A cell of the repeated row, as the template has it. */
    private record Asked(int column, String text, List<CellPlace> places) {}

    FilledSheet(Map<String, Object> places) {
        this.places = places;
        this.lines = places.get(LINES) instanceof List<?> all
                ? all.stream().<Map<?, ?>>map(Map.class::cast).toList()
                : List.of();
    }

    void fill(XSSFSheet sheet) {
        Row repeated = lines.isEmpty()
                ? null
                : SheetTemplate.repeated(sheet, lines.getFirst().keySet());
        Set<String> asked = new HashSet<>();
        for (Row row : sheet) {
            if (!row.equals(repeated)) {
                for (Cell cell : row) {
                    List<CellPlace> found = SheetTemplate.places(cell);
                    found.forEach(place -> asked.addAll(place.names()));
                    if (!found.isEmpty()) {
                        put((XSSFCell) cell, cell.getStringCellValue(), found, Map.of());
                    }
                }
            }
        }
        if (repeated instanceof XSSFRow row) {
            repeat(sheet, row, asked.contains(NAME) ? lines.subList(1, lines.size()) : lines);
        }
        if (!asked.contains(NOTES)) {
            putNotesBelow(sheet);
        }
    }

    private void repeat(XSSFSheet sheet, XSSFRow row, List<Map<?, ?>> of) {
        int at = row.getRowNum();
        int more = of.size() - 1;
        List<Asked> asked = new ArrayList<>();
        for (Cell cell : row) {
            List<CellPlace> found = SheetTemplate.places(cell);
            if (!found.isEmpty()) {
                asked.add(new Asked(cell.getColumnIndex(), cell.getStringCellValue(), found));
                // The row is copied with its formats and formulas: texts that are written over would take most of the
                // time.
                cell.setBlank();
            }
        }
        if (more < 0) {
            return;
        }
        if (more > 0 && sheet.getLastRowNum() > at) {
            sheet.shiftRows(at + 1, sheet.getLastRowNum(), more, true, false);
        }
        for (int i = 1; i <= more; i++) {
            sheet.createRow(at + i).copyRowFrom(row, ALL_OF_A_ROW);
        }
        for (int i = 0; i <= more; i++) {
            XSSFRow filled = sheet.getRow(at + i);
            for (Asked cell : asked) {
                put(filled.getCell(cell.column()), cell.text(), cell.places(), of.get(i));
            }
        }
        printDownTo(sheet, at + more);
    }

    private void put(XSSFCell cell, String text, List<CellPlace> found, Map<?, ?> line) {
        CellPlace first = found.getFirst();
        Object value = value(first, line);
        boolean isWhole = text.substring(0, first.from()).isBlank()
                && text.substring(first.to()).isBlank();
        if (isWhole && value instanceof Long number) {
            cell.setCellValue(number.doubleValue());
            return;
        }
        String said = isWhole && value != null ? words(value) : said(text, found, line);
        if (said.isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellValue(said);
            if (said.contains("\n")) {
                makeRoom(cell, said);
            }
        }
    }

    /** A text with its places filled. */
    String said(String text, List<CellPlace> found, Map<?, ?> line) {
        StringBuilder said = new StringBuilder();
        int at = 0;
        for (CellPlace place : found) {
            Object value = value(place, line);
            said.append(text, at, place.from())
                    .append(value == null ? text.substring(place.from(), place.to()) : words(value));
            at = place.to();
        }
        return said.append(text.substring(at)).toString();
    }

    /** Null where a name is not known. */
    private @Nullable Object value(CellPlace place, Map<?, ?> line) {
        Map<?, ?> of = place.isOfRow() ? line : places;
        long sum = 0;
        for (String name : place.names()) {
            Object value = place.sign().isEmpty() ? of.get(name) : null;
            if (!(value instanceof Long number)) {
                return value;
            }
            sum += number;
        }
        return sum;
    }

    private static String words(Object value) {
        if (value instanceof Long number) {
            return String.format(VIETNAMESE, "%,d", number);
        }
        return NOT_HERE.equals(value) ? "" : value.toString();
    }

    /** Several lines are broken and seen whole, also in a row that was laid out for one. */
    private static void makeRoom(XSSFCell cell, String text) {
        XSSFSheet sheet = cell.getSheet();
        CellRangeAddress over = sheet.getMergedRegions().stream()
                .filter(region -> region.isInRange(cell))
                .findFirst()
                .orElseGet(() -> new CellRangeAddress(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
        double width = 1;
        for (int column = over.getFirstColumn(); column <= over.getLastColumn(); column++) {
            width += sheet.isColumnHidden(column) ? 0 : sheet.getColumnWidth(column) / 256.0;
        }
        double letters = width;
        long rows = Arrays.stream(text.split("\n", -1))
                .mapToLong(line -> 1 + (long) (line.length() / letters))
                .sum();
        if (!cell.getCellStyle().getWrapText()) {
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.cloneStyleFrom(cell.getCellStyle());
            style.setWrapText(true);
            cell.setCellStyle(style);
        }
        XSSFRow row = cell.getRow();
        float needed = rows * sheet.getDefaultRowHeightInPoints();
        row.setHeightInPoints(Math.min(HIGHEST_ROW, Math.max(row.getHeightInPoints(), needed)));
    }

    private void putNotesBelow(XSSFSheet sheet) {
        int at = SheetTemplate.cells(sheet)
                        .filter(cell -> cell.getCellType() != CellType.BLANK)
                        .mapToInt(XSSFCell::getRowIndex)
                        .max()
                        .orElse(0)
                + 1;
        int column = 0;
        while (sheet.isColumnHidden(column)) {
            column++;
        }
        for (String note : String.valueOf(places.getOrDefault(NOTES, "")).split("\n", -1)) {
            at++;
            XSSFRow row = sheet.getRow(at);
            (row == null ? sheet.createRow(at) : row).createCell(column).setCellValue(note);
        }
        printDownTo(sheet, at);
    }

    /** What was added is printed too where the template says what is. */
    private static void printDownTo(XSSFSheet sheet, int last) {
        XSSFWorkbook book = sheet.getWorkbook();
        int index = book.getSheetIndex(sheet);
        String area = book.getPrintArea(index);
        if (area == null || !AreaReference.isContiguous(area)) {
            return;
        }
        AreaReference printed = new AreaReference(area, SpreadsheetVersion.EXCEL2007);
        if (printed.getLastCell().getRow() < last) {
            book.setPrintArea(
                    index,
                    printed.getFirstCell().getCol(),
                    printed.getLastCell().getCol(),
                    printed.getFirstCell().getRow(),
                    last);
        }
    }
}
