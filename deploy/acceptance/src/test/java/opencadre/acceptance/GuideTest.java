package opencadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide shows what the tests saw, the same in both languages. */
class GuideTest {

    private static final Pattern TAKEN = Pattern.compile("\\.screenshot\\(\"([^\"]+)\"\\)");

    @Test
    void everyPictureIsThereAndTakenByATest() throws IOException {
        try (Stream<Path> tests = Files.list(Path.of("src/test/java/opencadre/acceptance"))) {
            var taken = tests.filter(Files::isRegularFile)
                    .map(GuideTest::text)
                    .flatMap(text -> TAKEN.matcher(text).results().map(found -> Guide.picture(found.group(1))))
                    .collect(Collectors.toSet());

            assertThat(Guide.pictures())
                    .isNotEmpty()
                    .allMatch(Files::isRegularFile)
                    .isSubsetOf(taken);
        }
    }

    @Test
    void bothLanguagesShowTheSamePictures() {
        assertThat(Guide.LANGUAGES).map(Guide::pictures).containsOnly(Guide.pictures());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
