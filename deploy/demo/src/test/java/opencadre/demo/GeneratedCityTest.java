package opencadre.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCityTest {

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root"));
    private static final Path DEMO = ROOT.resolve("deploy/demo/data");
    private static final Path ACCOUNTS = ROOT.resolve("deploy/demo/accounts.json");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theSameSeedGivesTheSameCityAndAnotherSeedAnother() {
        assertThat(files(4711, "a")).isEqualTo(files(4711, "b")).isNotEqualTo(files(4712, "c"));
    }

    @Test
    void everyRowIsReadableAndNothingIsCalledLikeInTheDemo() {
        GeneratedCity.write(folder, DEMO, 4711);
        Set<String> accounts =
                Accounts.in(ACCOUNTS).stream().map(Accounts.Account::username).collect(Collectors.toSet());

        DemoData city = DemoData.read(folder, accounts);
        DemoData demo = DemoData.read(DEMO, accounts);

        assertThat(city.refusals()).isEmpty();
        assertThat(city.people()).hasSizeGreaterThan(30);
        assertThat(city.people()).extracting(PersonRow::sameness).doesNotHaveDuplicates();
        assertThat(city.people())
                .noneMatch(person ->
                        demo.people().stream().anyMatch(other -> other.key().equals(person.key())));
        assertThat(numbers(folder)).isNotEmpty().doesNotContainAnyElementsOf(numbers(DEMO));
    }

    @Test
    void itsFiguresAreOthersThanThoseOfTheDemo() {
        GeneratedCity.write(folder, DEMO, 4711);

        assertThat(ExpectedFigures.of(folder))
                .containsOnlyKeys(ExpectedFigures.of(DEMO).keySet())
                .isNotEqualTo(ExpectedFigures.of(DEMO));
    }

    @Test
    void withoutARotationAFigureOfUnitsIsAnother() {
        Map<String, String> all = ExpectedFigures.of(DEMO);
        Map<String, String> without = ExpectedFigures.without(DEMO, "517-QĐ/ThU");

        assertThat(all.get("A5")).startsWith("6/10");
        assertThat(without.get("A5")).startsWith("5/10");
        without.put("A5", all.get("A5"));
        assertThat(without).isEqualTo(all);
    }

    private static List<String> numbers(Path data) {
        return ExpectedFigures.decisions(data).values().stream()
                .flatMap(Set::stream)
                .toList();
    }

    private Map<String, String> files(long seed, String name) {
        Path city = folder.resolve(name);
        GeneratedCity.write(city, DEMO, seed);
        try (Stream<Path> all = Files.walk(city)) {
            return new TreeMap<>(all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> city.relativize(file).toString(), GeneratedCityTest::text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
