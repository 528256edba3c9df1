package opencadre.personnel.template.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opencadre.kit.rule.Finding;
import opencadre.personnel.statistics.StatisticsPlaces;
import opencadre.personnel.statistics.workbook.CellPlace;
import opencadre.personnel.statistics.workbook.SheetTemplate;
import opencadre.personnel.template.TemplateReader.Read;
import opencadre.personnel.template.rule.FoundPlace;
import opencadre.personnel.template.rule.PlacesOfForm;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The places of an .xlsx, sheet by sheet, each with its cell. */
final class SheetPlaces {

    /** In the row that is repeated brackets that are no number are a place, so that a typo is found. */
    private static final Pattern BRACKETS = Pattern.compile("\\[\\s*(?!\\d+\\s*])([^\\[\\]]*?)\\s*]");

    private static final int SHOWN = 60;

    private final Set<String> cells;
    private final List<FoundPlace> places = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    private SheetPlaces(PlacesOfForm form) {
        this.cells = form.tables().getOrDefault(StatisticsPlaces.LINES, Set.of());
    }

    /**
     * Reads a file.
     *
     * @param content an .xlsx that was looked at, also by {@link SheetParts}
     */
    static Read read(byte[] content, PlacesOfForm form) {
        SheetPlaces read = new SheetPlaces(form);
        try (XSSFWorkbook book = SheetTemplate.open(content)) {
            if (!isLookedAt(book.getPackagePart())) {
                return new Read(List.of(), List.of(Finding.of("content", "document-damaged")));
            }
            book.forEach(sheet -> read.sheet((XSSFSheet) sheet));
        } catch (IOException | InvalidFormatException | RuntimeException broken) {
            return new Read(List.of(), List.of(Finding.of("content", "document-damaged")));
        }
        return new Read(read.places, read.faults);
    }

    /** Parts under other names than an office program gives are none that {@link SheetParts} has read. */
    private static boolean isLookedAt(PackagePart part) {
        return part.getPartName().getName().endsWith(".xml");
    }

    private void sheet(XSSFSheet sheet) {
        if (!isLookedAt(sheet.getPackagePart())) {
            faults.add(Finding.of("content", "document-damaged"));
        }
        CellPlace.in(sheet.getSheetName()).forEach(place -> found(place, sheet.getSheetName(), false));
        Row repeated = SheetTemplate.repeated(sheet, cells);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    cell(cell, row.equals(repeated));
                }
            }
        }
    }

    private void cell(Cell cell, boolean isRepeated) {
        String text = cell.getStringCellValue();
        String where = where(cell.getSheet(), cell, text);
        List<CellPlace> found = CellPlace.in(text);
        found.forEach(place -> found(place, where, isRepeated));
        if (isRepeated) {
            Matcher brackets = BRACKETS.matcher(text);
            while (brackets.find()) {
                if (found.stream().noneMatch(place -> place.from() == brackets.start())) {
                    places.add(new FoundPlace(brackets.group(), "", brackets.group(1), StatisticsPlaces.LINES, where));
                }
            }
        }
    }

    private void found(CellPlace place, String where, boolean isRepeated) {
        if (place.isOfRow() && !isRepeated && place.sign().isEmpty() && cells.containsAll(place.names())) {
            faults.add(Finding.of("content", "template-row", place.written(String.join("+", place.names())), where));
            return;
        }
        if (place.names().size() > 1 && place.names().stream().anyMatch(StatisticsPlaces.WORDS::contains)) {
            faults.add(Finding.of("content", "template-sum", place.written(String.join("+", place.names())), where));
            return;
        }
        for (String name : place.names()) {
            places.add(new FoundPlace(place.written(name), place.sign(), name, table(place, name), where));
        }
    }

    /** The lines are no place themselves: what is repeated is the row. */
    private static @Nullable String table(CellPlace place, String name) {
        return place.isOfRow() || name.equals(StatisticsPlaces.LINES) ? StatisticsPlaces.LINES : null;
    }

    private static String where(Sheet sheet, Cell cell, String text) {
        String shown = text.substring(0, Math.min(SHOWN, text.length()));
        return sheet.getSheetName() + "!" + cell.getAddress() + ": " + shown;
    }
}
