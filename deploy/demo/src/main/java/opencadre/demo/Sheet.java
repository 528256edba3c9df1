package opencadre.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One sheet of a workbook: the head of row 1, and the lines below it.
 *
 * @param name as the service knows the sheet, as {@code Chức danh}
 */
record Sheet(String name, List<String> head, List<List<String>> lines) {

    /** The column that says who types a line, in files that several do; it is no part of the sheet. */
    private static final String ACCOUNT = "account";

    /** A file of {@code books/}, named after its sheet. */
    static Sheet read(Path folder, String name, List<Refusal> refusals) {
        return read(folder, name, "", refusals);
    }

    /** The lines of a file of {@code books/} that an account types. */
    static Sheet read(Path folder, String name, String account, List<Refusal> refusals) {
        return of(folder.resolve("books").resolve(name + ".csv"), name, account, refusals);
    }

    /** Those of every file of {@code cv/}, which has one for each kind of entry; none where there is no such folder. */
    static List<Sheet> cvs(Path folder, String account, List<Refusal> refusals) {
        Path files = folder.resolve("cv");
        if (!Files.isDirectory(files)) {
            return List.of();
        }
        try (Stream<Path> each = Files.list(files)) {
            return each.sorted()
                    .map(file -> of(file, file.getFileName().toString().replaceFirst("\\.csv$", ""), account, refusals))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet of(Path file, String name, String account, List<Refusal> refusals) {
        List<String> head = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        Csv.read(
                file,
                row -> {
                    Map<String, String> cells = new LinkedHashMap<>(row.cells());
                    String typist = cells.remove(ACCOUNT);
                    if (head.isEmpty()) {
                        head.addAll(cells.keySet());
                    }
                    if (typist == null || typist.equals(account)) {
                        lines.add(List.copyOf(cells.values()));
                    }
                    return row;
                },
                refusals);
        return new Sheet(name, head, lines);
    }
}
