package opencadre.kit.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * taken, formulas are not: what a formula says depends on cells that nobody sees here. It is read through once when it
 * is opened, and each sheet again when its lines are asked for, so that a book of any length takes the same room.
 */
public final class Workbook {

    /** Lines of a sheet that are read; no more are taken out. */
    public static final int MOST_LINES = 100_000;

    /** Unpacked; a sheet of a hundred thousand lines has some 60 million bytes. */
    private static final long MOST_BYTES = 400_000_000;

    // Books of ours have some twenty.
    private static final int MOST_ENTRIES = 1_000;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final byte[] content;
    private final Map<String, SheetForm> forms;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Findings findings = new Findings();

    private Workbook(byte[] content, List<SheetForm> forms) {
        this.content = content;
        this.forms = forms.stream().collect(Collectors.toMap(SheetForm::name, Function.identity()));
    }

    /**
     * Lines of a sheet.
     *
     * @param read that could be read
     * @param unreadable that could not
     */
    record Count(int read, int unreadable) {

        static final Count NONE = new Count(0, 0);
    }

    /** Opens a book for the sheets of the forms. What is no workbook at all is one finding. */
    static Workbook read(byte[] content, List<SheetForm> forms) {
        return read(content, forms, rows -> {});
    }

    /** As {@link #read(byte[], List)}; {@code rows} hears after each line of the book how many were read through. */
    static Workbook read(byte[] content, List<SheetForm> forms, IntConsumer rows) {
        Workbook book = new Workbook(content, forms);
        Optional<String> refused = refused(content);
        if (refused.isPresent()) {
            book.findings.add(new CellFinding(null, null, Finding.of(null, refused.get())));
            return book;
        }
        try (ReadableWorkbook opened = open(content)) {
            book.readThrough(opened, forms, rows);
        } catch (IOException | ExcelReaderException unreadable) {
            book.counts.clear();
            book.findings.only(new CellFinding(null, null, Finding.of(null, "not-a-workbook")));
        }
        return book;
    }

    /** What is wrong with the book as it is typed. */
    Findings findings() {
        return findings;
    }

    /** The sheets of the forms that the book has, in their order. */
    Map<String, Count> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** The lines of a sheet that could be read, in its order, one after the other; to be closed. */
    Stream<Line> lines(String sheet) {
        SheetForm form = forms.get(sheet);
        if (form == null || counts.getOrDefault(sheet, Count.NONE).read() == 0) {
            return Stream.empty();
        }
        try {
            ReadableWorkbook opened = open(content);
            Stream<Row> rows = of(form, opened.getSheets()).orElseThrow().openStream();
            SheetReading reading = new SheetReading(form, finding -> {});
            return rows.takeWhile(row -> !reading.isOver())
                    .flatMap(row -> reading.of(row).stream())
                    .onClose(() -> close(opened));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void close(ReadableWorkbook opened) {
        try {
            opened.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadableWorkbook open(byte[] content) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
    }

    private static Optional<Sheet> of(SheetForm form, Stream<Sheet> sheets) {
        return sheets.filter(sheet -> form.name().equalsIgnoreCase(tidy(sheet.getName())))
                .findFirst();
    }

    private void readThrough(ReadableWorkbook book, List<SheetForm> forms, IntConsumer heard) throws IOException {
        List<Sheet> unknown = new ArrayList<>(book.getSheets().toList());
        int through = 0;
        for (SheetForm form : forms) {
            Optional<Sheet> sheet = of(form, unknown.stream());
            if (sheet.isPresent()) {
                unknown.remove(sheet.get());
                through = readThrough(sheet.get(), form, through, heard);
            }
        }
        String names = String.join(", ", forms.stream().map(SheetForm::name).toList());
        unknown.forEach(sheet -> findings.add(
                new CellFinding(sheet.getName(), null, Finding.of(null, "unknown-sheet", sheet.getName(), names))));
    }

    private int readThrough(Sheet sheet, SheetForm form, int before, IntConsumer heard) throws IOException {
        SheetReading reading = new SheetReading(form, findings::add);
        int through = before;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                var _ = reading.of(row);
                heard.accept(++through);
                if (reading.isOver()) {
                    break;
                }
            }
        }
        counts.put(form.name(), new Count(reading.read, reading.unreadable));
        return through;
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
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
    }

    /** One pass over a sheet. */
    private static final class SheetReading {

        private final SheetForm form;
        private final Consumer<CellFinding> findings;
        private final Map<Integer, Column> columns = new TreeMap<>();
        private final Map<List<Object>, Integer> identities = new HashMap<>();

        /** What is wrong with the row at hand. */
        private final List<CellFinding> wrong = new ArrayList<>();

        private boolean over;
        private int read;
        private int unreadable;

        SheetReading(SheetForm form, Consumer<CellFinding> findings) {
            this.form = form;
            this.findings = findings;
        }

        /** Whether no further row is looked at. */
        boolean isOver() {
            return over;
        }

        Optional<Line> of(Row row) {
            wrong.clear();
            Optional<Line> line = Optional.empty();
            marks(row);
            if (row.getRowNum() == 1) {
                header(row);
            } else if (columns.isEmpty()) {
                over = true;
            } else if (read == MOST_LINES) {
                wrong("A" + row.getRowNum(), Finding.of(null, "too-many-lines", MOST_LINES));
                over = true;
            } else {
                line = line(row);
            }
            if (line.isPresent()) {
                read++;
            } else if (row.getRowNum() > 1 && !wrong.isEmpty()) {
                unreadable++;
            }
            wrong.forEach(findings);
            return line;
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

        private Optional<Line> line(Row row) {
            Map<String, Object> values = new HashMap<>();
            Map<String, String> cells = new HashMap<>();
            boolean empty = true;
            for (Map.Entry<Integer, Column> entry : columns.entrySet()) {
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
                    case CellValue.Read typed -> values.put(column.key(), typed.value());
                    case CellValue.Wrong not -> wrong(address, not.finding());
                }
            }
            if (empty) {
                return Optional.empty();
            }
            // A line that was taken out may have stood with an empty cell; what was emptied is told later.
            boolean isNew = !values.containsKey(SheetForm.TOKEN);
            for (Column column : isNew ? columns.values() : List.<Column>of()) {
                String address = cells.getOrDefault(column.key(), "A" + row.getRowNum());
                boolean told = wrong.stream().anyMatch(finding -> Objects.equals(finding.cell(), address));
                if (column.required() && !values.containsKey(column.key()) && !told) {
                    wrong(address, Finding.of(column.key(), "cell-empty", column.header()));
                }
            }
            // Without a column that must be there no line is whole; its absence was told at the header.
            boolean whole = form.columns().stream().filter(Column::required).allMatch(columns::containsValue);
            if (!wrong.isEmpty() || !whole) {
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
            wrong.add(new CellFinding(form.name(), cell, finding));
        }

        private static String text(Cell cell) {
            return cell.getRawValue() == null ? "" : tidy(cell.getText());
        }
    }
}
