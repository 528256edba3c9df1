package opencadre.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a CSV file: UTF-8, a head with the columns, commas, cells in quotes where they hold a comma; a quote inside
 * them is doubled. A cell does not go over several lines, so that line numbers are those of the editor.
 */
final class Csv {

    private Csv() {}

    /** Every row that can be read; what cannot is added to the refusals. */
    static <T> List<T> read(Path file, Function<Row, T> reading, List<Refusal> refusals) {
        List<T> read = new ArrayList<>();
        for (Row row : rows(file.getFileName().toString(), lines(file))) {
            try {
                read.add(reading.apply(row));
            } catch (RefusedRow e) {
                refusals.add(e.refusal());
            }
        }
        return read;
    }

    static List<Row> rows(String file, List<String> lines) {
        List<Row> rows = new ArrayList<>();
        List<String> head = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(new Row(file, i + 1, named(head, cells(lines.get(i)))));
            }
        }
        return rows;
    }

    /** The cells of one line. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A line that is too short lacks its last columns, which are then refused by name. */
    private static Map<String, String> named(List<String> head, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
            named.put(head.get(i), cells.get(i));
        }
        return named;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Writes a file that {@link #read} reads: a head, and a line for each row. */
    static void write(Path file, List<String> head, List<List<String>> rows) {
        List<String> lines = new ArrayList<>(List.of(line(head)));
        rows.forEach(row -> lines.add(line(row)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** The cells as one line. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
