package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The processes of the running set, for {@code ./run status} in another terminal.
 *
 * <p>Shape: one line per process, {@code name,pid,port,healthUrl}.
 */
record PartsFile(Path file) {

    void write(List<Part> parts) {
        List<String> lines = parts.stream()
                .map(p -> p.name() + "," + p.pid() + "," + p.port() + "," + p.healthUrl())
                .toList();
        try {
            Path half = file.resolveSibling(file.getFileName() + ".half");
            Files.write(half, lines);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty while the set is still starting. */
    List<Part> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Part(cells[0], Long.parseLong(cells[1]), Integer.parseInt(cells[2]), cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
