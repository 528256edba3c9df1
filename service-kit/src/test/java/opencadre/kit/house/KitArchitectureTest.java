package opencadre.kit.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit is mechanism: its packages stand alone, and it knows no word of the field. */
@AnalyzeClasses(packages = "opencadre.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitArchitectureTest {

    /** Whoever needs one part of the kit need not read the others; all may speak in findings. */
    @ArchTest
    static final ArchRule PACKAGES_STAND_ALONE = slices().matching("opencadre.kit.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("opencadre.kit.rule"));

    @ArchTest
    static final ArchRule TIME = HouseRules.TIME_COMES_FROM_A_CLOCK;

    @ArchTest
    static final ArchRule NAMES = HouseRules.NAMES_SAY_WHAT_A_THING_IS;

    private static final Pattern FIELD = Pattern.compile(
            "(?i)\\b\\w*(officer|certificate|enrol|succession|evaluation|appointment|ballot|candidate|curricul)\\w*");

    @Test
    void itKnowsNoWordOfTheField() throws IOException {
        Path main = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            List<String> words = files.filter(Files::isRegularFile)
                    .flatMap(file ->
                            lines(file).filter(line -> FIELD.matcher(line).find()))
                    .toList();

            assertThat(words).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
