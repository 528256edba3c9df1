package opencadre.kit.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.SecrecyMarks;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook as it was typed: the lines that could be read, and everything that could not, cell by cell. Values are
 * taken, formulas are not: what a formula says depends on cells that nobody sees here.
 *
 * @param lines by the name of their form, in the order of the sheet
 */
public record Workbook(Map<String, List<Line>> lines, List<CellFinding> findings) {

    /** Lines of a sheet that are read; no more are taken out. */
    public static final int MOST_LINES = 100_000;

    /** Unpacked; a sheet of a hundred thousand lines has some 60 million bytes. */
    private static final long MOST_BYTES = 400_000_000;

    // Books of ours have some twenty.
    private static final int MOST_ENTRIES = 1_000;

    /** Reads the sheets of the forms. What is no workbook at all is one finding. */
    public static Workbook read(byte[] content, List<SheetForm> forms) {
        Optional<String> refused = refused(content);
        if (refused.isPresent()) {
            return new Workbook(Map.of(), List.of(new CellFinding(null, null, Finding.of(null, refused.get()))));
        }
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            return new Reading(forms).of(book);
        } catch (IOException | ExcelReaderException unreadable) {
            return new Workbook(Map.of(), List.of(new CellFinding(null, null, Finding.of(null, "not-a-workbook"))));
        }
    }

    List<Line> lines(String sheet) {
        return lines.getOrDefault(sheet, List.of());
    }

    /** Before anything is parsed: that it is a package of the right kind, without macros, and no bomb. */
    private static Optional<String> refused(byte[] content) {
        boolean workbook = false;
        long unpacked = 0;
        byte[] buffer = new byte[65_536];
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                return Optional.of("workbook-too-large");
            }
            for (ZipArchiveEntry entry : entries) {
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    return Optional.of("workbook-has-macros");
                }
                workbook |= entry.getName().equals("xl/workbook.xml");
                // What the package says of its sizes may be a lie, so it is unpacked once and counted.
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_BYTES) {
                            return Optional.of("workbook-too-large");
                        }
                    }
                }
            }
        } catch (IOException broken) {
            return Optional.of("not-a-workbook");
        }
        return workbook ? Optional.empty() : Optional.of("not-a-workbook");
    }

    /** Composed characters and single spaces: what some machines take apart is put together again. */
    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /** One pass over a book. */
    private static final class Reading {

        private final List<SheetForm> forms;
        private final Map<String, List<Line>> lines = new LinkedHashMap<>();
        private final List<CellFinding> findings = new ArrayList<>();

        Reading(List<SheetForm> forms) {
            this.forms = forms;
        }

        Workbook of(ReadableWorkbook book) throws IOException {
            List<Sheet> sheets = book.getSheets().toList();
            for (SheetForm form : forms) {
                for (Sheet sheet : sheets) {
                    if (form.name().equalsIgnoreCase(tidy(sheet.getName()))) {
                        lines.put(form.name(), new SheetReading(form).of(sheet));
                    }
                }
            }
            for (Sheet sheet : sheets) {
                if (forms.stream().noneMatch(form -> form.name().equalsIgnoreCase(tidy(sheet.getName())))) {
                    String names = String.join(
                            ", ", forms.stream().map(SheetForm::name).toList());
                    findings.add(new CellFinding(
                            sheet.getName(), null, Finding.of(null, "unknown-sheet", sheet.getName(), names)));
                }
            }
            return new Workbook(lines, findings);
        }

        private final class SheetReading {

            private final SheetForm form;
            private final Map<Integer, Column> columns = new HashMap<>();
            private final Map<List<Object>, Integer> identities = new HashMap<>();

            SheetReading(SheetForm form) {
                this.form = form;
            }

            List<Line> of(Sheet sheet) throws IOException {
                List<Line> read = new ArrayList<>();
                try (Stream<Row> rows = sheet.openStream()) {
                    for (Row row : (Iterable<Row>) rows::iterator) {
                        int before = findings.size();
                        marks(row);
                        if (row.getRowNum() == 1) {
                            header(row);
                        } else if (columns.isEmpty()) {
                            break;
                        } else if (read.size() == MOST_LINES) {
                            wrong("A" + row.getRowNum(), Finding.of(null, "too-many-lines", MOST_LINES));
                            break;
                        } else {
                            line(row, before).ifPresent(read::add);
                        }
                    }
                }
                return read;
            }

            /** Also of a column that nobody asked for. */
            private void marks(Row row) {
                row.stream()
                        .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                        .forEach(cell -> SecrecyMarks.in(text(cell))
                                .ifPresent(mark -> wrong(cell.getAddress().toString(), SecrecyMarks.finding(mark))));
            }

            private void header(Row row) {
                int last = row.stream()
                        .filter(cell -> cell != null && !text(cell).isEmpty())
                        .mapToInt(cell -> cell.getAddress().getColumn())
                        .max()
                        .orElse(-1);
                for (int at = 0; at <= last; at++) {
                    Cell cell = at < row.getCellCount() ? row.getCell(at) : null;
                    String address = new CellAddress(0, at).toString();
                    String header = cell == null ? "" : text(cell);
                    Optional<Column> column = form.headed(header);
                    if (header.isEmpty()) {
                        wrong(address, Finding.of(null, "header-empty"));
                    } else if (column.isEmpty()) {
                        wrong(address, Finding.of(null, "unknown-column", header));
                    } else if (columns.containsValue(column.get())) {
                        wrong(address, Finding.of(column.get().key(), "column-twice", header));
                    } else {
                        columns.put(at, column.get());
                    }
                }
                for (Column column : form.columns()) {
                    if (column.required() && !columns.containsValue(column)) {
                        wrong("A1", Finding.of(column.key(), "column-missing", column.header()));
                    }
                }
            }

            private Optional<Line> line(Row row, int before) {
                Map<String, Object> values = new HashMap<>();
                Map<String, String> cells = new HashMap<>();
                boolean empty = true;
                for (Map.Entry<Integer, Column> entry : inOrder(columns)) {
                    int at = entry.getKey();
                    Column column = entry.getValue();
                    String address = new CellAddress(row.getRowNum() - 1, at).toString();
                    cells.put(column.key(), address);
                    Cell cell = at < row.getCellCount() ? row.getCell(at) : null;
                    if (cell == null
                            || (cell.getType() != CellType.FORMULA && text(cell).isEmpty())) {
                        continue;
                    }
                    empty = false;
                    switch (CellValue.of(cell, column)) {
                        case CellValue.Read read -> values.put(column.key(), read.value());
                        case CellValue.Wrong wrong -> wrong(address, wrong.finding());
                    }
                }
                if (empty) {
                    return Optional.empty();
                }
                // A line that was taken out may have stood with an empty cell; what was emptied is told later.
                boolean isNew = !values.containsKey(SheetForm.TOKEN);
                for (Column column : isNew ? columns.values() : List.<Column>of()) {
                    String address = cells.getOrDefault(column.key(), "A" + row.getRowNum());
                    boolean told = findings.stream()
                            .skip(before)
                            .anyMatch(finding -> java.util.Objects.equals(finding.cell(), address));
                    if (column.required() && !values.containsKey(column.key()) && !told) {
                        wrong(address, Finding.of(column.key(), "cell-empty", column.header()));
                    }
                }
                // Without a column that must be there no line is whole; its absence was told at the header.
                boolean whole = form.columns().stream().filter(Column::required).allMatch(columns::containsValue);
                if (findings.size() > before || !whole) {
                    return Optional.empty();
                }
                Line line = new Line(form.name(), row.getRowNum(), values, cells);
                return isNew && isTwice(line) ? Optional.empty() : Optional.of(line);
            }

            private boolean isTwice(Line line) {
                List<Object> identity = new ArrayList<>();
                for (String key : form.identity()) {
                    Object value = line.values().get(key);
                    identity.add(value == null ? "" : value);
                }
                Integer earlier = identity.isEmpty() ? null : identities.putIfAbsent(identity, line.row());
                if (earlier != null) {
                    String key = form.identity().getFirst();
                    wrong(line.cell(key), Finding.of(key, "line-twice", earlier));
                }
                return earlier != null;
            }

            private void wrong(String cell, Finding finding) {
                findings.add(new CellFinding(form.name(), cell, finding));
            }

            private static List<Map.Entry<Integer, Column>> inOrder(Map<Integer, Column> columns) {
                return columns.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .toList();
            }

            private static String text(Cell cell) {
                return cell.getRawValue() == null ? "" : tidy(cell.getText());
            }
        }
    }
}
