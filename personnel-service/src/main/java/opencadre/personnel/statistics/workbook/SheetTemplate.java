package opencadre.personnel.statistics.workbook;

import static opencadre.personnel.statistics.StatisticsPlaces.NOT_HERE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * An .xlsx whose places are filled.
 *
 * <p>Shape: a cell that is one place and nothing else becomes a number, in the format that it has; within words it is
 * text. The row with {@code [name]} is repeated for each line, without the first where {@code {{name}}} stands
 * elsewhere on the sheet. A sheet that asks for what is
 * {@link opencadre.personnel.statistics.StatisticsPlaces#NOT_HERE} is left out, unless no other would be seen. Notes
 * that no place was left for stand below the last row. A name that is not known is left as it stands; nothing becomes a
 * formula.
 */
public final class SheetTemplate {

    private static final int LONGEST_NAME = 31;

    private final Map<String, Object> places;

    private SheetTemplate(Map<String, Object> places) {
        this.places = places;
    }

    /**
     * Fills a file.
     *
     * <p>Errors: {@link UncheckedIOException} or one of the library where it is no workbook.
     */
    public static byte[] filled(byte[] file, Map<String, Object> places) {
        try (XSSFWorkbook book = open(file);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new SheetTemplate(places).fill(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Opens a file without the order in which its formulas were reckoned: rows and sheets of it may go. */
    public static XSSFWorkbook open(byte[] file) throws IOException, InvalidFormatException {
        OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file));
        for (PackagePart part : parts.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType())) {
            for (PackageRelationship chain : part.getRelationshipsByType(XSSFRelation.CALC_CHAIN.getRelation())) {
                part.removeRelationship(chain.getId());
                parts.removePart(part.getRelatedPart(chain));
            }
        }
        return new XSSFWorkbook(parts);
    }

    /** The row of a sheet that is repeated: the first in which there is a place of a line. */
    public static @Nullable Row repeated(XSSFSheet sheet, Collection<?> names) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (places(cell).stream()
                        .anyMatch(place ->
                                place.isOfRow() && place.names().stream().anyMatch(names::contains))) {
                    return row;
                }
            }
        }
        return null;
    }

    /** The places of a cell; formulas have none. */
    public static List<CellPlace> places(Cell cell) {
        return cell.getCellType() == CellType.STRING ? CellPlace.in(cell.getStringCellValue()) : List.of();
    }

    private void fill(XSSFWorkbook book) {
        List<XSSFSheet> sheets = new ArrayList<>();
        book.forEach(sheet -> sheets.add((XSSFSheet) sheet));
        List<XSSFSheet> out = sheets.stream().filter(this::asksForWhatIsNotHere).toList();
        boolean isOneSeen = sheets.stream()
                .anyMatch(sheet -> !out.contains(sheet) && !book.isSheetHidden(book.getSheetIndex(sheet)));
        if (isOneSeen) {
            out.forEach(sheet -> leaveOut(book, sheet));
            sheets.removeAll(out);
        }
        FilledSheet filled = new FilledSheet(places);
        sheets.forEach(filled::fill);
        sheets.forEach(sheet -> rename(filled, book, sheet));
        book.setForceFormulaRecalculation(true);
    }

    private boolean asksForWhatIsNotHere(XSSFSheet sheet) {
        Stream<CellPlace> named = CellPlace.in(sheet.getSheetName()).stream();
        return Stream.concat(named, cells(sheet).flatMap(cell -> places(cell).stream()))
                .flatMap(place -> place.names().stream())
                .anyMatch(name -> NOT_HERE.equals(places.get(name)));
    }

    static Stream<XSSFCell> cells(XSSFSheet sheet) {
        List<XSSFCell> cells = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> cells.add((XSSFCell) cell)));
        return cells.stream();
    }

    /** What reckons with a sheet that is not there has no value. */
    private static void leaveOut(XSSFWorkbook book, XSSFSheet sheet) {
        String name = sheet.getSheetName();
        book.removeSheetAt(book.getSheetIndex(sheet));
        List.copyOf(book.getAllNames()).stream()
                .filter(each -> mentions(each.getRefersToFormula(), name))
                .forEach(book::removeName);
        book.forEach(each -> cells((XSSFSheet) each)
                .filter(cell -> cell.getCellType() == CellType.FORMULA && mentions(cell.getCellFormula(), name))
                .forEach(XSSFCell::setBlank));
    }

    private static boolean mentions(@Nullable String formula, String sheet) {
        return formula != null && (formula.contains(sheet + "!") || formula.contains(sheet.replace("'", "''") + "'!"));
    }

    /** A place in the name of a sheet, as {@code {{day}}}: 31-12-2026. */
    private static void rename(FilledSheet filled, XSSFWorkbook book, XSSFSheet sheet) {
        String name = sheet.getSheetName();
        List<CellPlace> found = CellPlace.in(name);
        if (found.isEmpty()) {
            return;
        }
        String wanted = WorkbookUtil.createSafeSheetName(
                filled.said(name, found, Map.of()).strip().replace('/', '-'));
        String free = wanted;
        for (int i = 2; book.getSheet(free) != null && !free.equalsIgnoreCase(name); i++) {
            String end = " (" + i + ")";
            free = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME - end.length())) + end;
        }
        CellRangeAddress rows = sheet.getRepeatingRows();
        CellRangeAddress columns = sheet.getRepeatingColumns();
        book.setSheetName(book.getSheetIndex(sheet), free);
        // Whole rows become areas when a sheet is renamed, which not every program prints at the head of a page.
        if (rows != null) {
            sheet.setRepeatingRows(rows);
        }
        if (columns != null) {
            sheet.setRepeatingColumns(columns);
        }
    }
}
