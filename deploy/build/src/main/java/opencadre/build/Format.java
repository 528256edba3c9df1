package opencadre.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java file of the checkout against the formatter, or lays it out anew.
 *
 * <p>Arguments: the folder of the checkout, then {@code check} or {@code apply}. Exit code 1 names the files that
 * differ.
 */
public final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        boolean apply = args[1].equals("apply");
        List<Path> differing = sources(root).stream().filter(Format::differs).toList();
        if (apply) {
            for (Path file : differing) {
                Files.writeString(file, formatted(file));
                System.out.println("formatted " + root.relativize(file));
            }
        } else if (!differing.isEmpty()) {
            differing.forEach(file -> System.err.println("not formatted: " + root.relativize(file)));
            System.err.println("./verify --format lays them out");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> isSource(root.relativize(file).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(String path) {
        return path.contains("src/") && !path.contains("target/") && !path.contains("node_modules/");
    }

    private static boolean differs(Path file) {
        try {
            return !formatted(file).equals(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formatted(Path file) throws IOException {
        try {
            return FORMATTER.formatSourceAndFixImports(Files.readString(file));
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " does not parse: " + e.getMessage(), e);
        }
    }
}
