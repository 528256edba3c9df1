package opencadre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The user guide in {@code docs/guide}, whose pictures these tests take. */
final class Guide {

    static final List<String> LANGUAGES = List.of("vi", "en");

    private static final Path FOLDER = Path.of(System.getProperty("opencadre.root"), "docs/guide");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\((images/[^)]+)\\)");

    private Guide() {}

    /** Every picture that the guide shows in one language or another. */
    static Set<Path> pictures() {
        return LANGUAGES.stream()
                .flatMap(language -> pictures(language).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<Path> pictures(String language) {
        return PICTURE.matcher(text(FOLDER.resolve(language + ".md")))
                .results()
                .map(found -> FOLDER.resolve(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where the picture of this name lies. */
    static Path picture(String name) {
        return FOLDER.resolve("images").resolve(name + ".png");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
