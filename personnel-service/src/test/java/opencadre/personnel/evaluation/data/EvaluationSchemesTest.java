package opencadre.personnel.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.contract.EventContracts;
import opencadre.personnel.evaluation.EvaluationSchemes;
import opencadre.personnel.evaluation.rule.Scheme;
import opencadre.personnel.evaluation.rule.Scheme.Corps;
import opencadre.personnel.evaluation.rule.Scheme.PeriodKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code contracts/evaluation}, held against their schema and against what was read of the law. */
class EvaluationSchemesTest {

    private static final Path FOLDER = EventContracts.contracts().resolve("evaluation");
    private static final EvaluationSchemes SCHEMES = EvaluationSchemeFiles.read();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("schema.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsOfItsSchema(Path file) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventContracts.read(FOLDER.resolve("schema.json")));

        assertThat(schema.validate(json(file))).isEmpty();
    }

    @Test
    void everyFileIsRead() throws IOException {
        assertThat(SCHEMES.all()).hasSize(files().size());
    }

    /** Which regulation was in force on the last day of a period: both days of each boundary. */
    @ParameterizedTest
    @CsvSource({
        "CIVIL_SERVANT, YEAR, 2025-12-31, CIVIL_SERVANT_YEAR_90",
        "CIVIL_SERVANT, YEAR, 2026-01-01, CIVIL_SERVANT_YEAR_335",
        "CIVIL_SERVANT, QUARTER, 2026-01-01, CIVIL_SERVANT_QUARTER_335",
        "CIVIL_SERVANT, QUARTER, 2025-12-31,",
        "PUBLIC_EMPLOYEE, YEAR, 2026-06-30, PUBLIC_EMPLOYEE_YEAR_90",
        "PUBLIC_EMPLOYEE, YEAR, 2026-07-01, PUBLIC_EMPLOYEE_YEAR_233",
        "PUBLIC_EMPLOYEE, QUARTER, 2026-06-30,",
        "PUBLIC_EMPLOYEE, QUARTER, 2026-07-01, PUBLIC_EMPLOYEE_QUARTER_233",
        "PARTY, YEAR, 2025-08-29,",
        "PARTY, YEAR, 2025-08-30, PARTY_YEAR_366",
        "PARTY, QUARTER, 2026-05-21,",
        "PARTY, QUARTER, 2026-05-22, PARTY_QUARTER_02",
        "CIVIL_SERVANT, YEAR, 2020-08-19,",
        "CIVIL_SERVANT, YEAR, 2020-08-20, CIVIL_SERVANT_YEAR_90"
    })
    void eachDayHasTheSchemeThatWasInForce(
            Corps corps, PeriodKind period, LocalDate day, @org.jspecify.annotations.Nullable String code) {
        assertThat(SCHEMES.all().stream()
                        .filter(scheme -> scheme.corps() == corps && scheme.period() == period && scheme.isFor(day))
                        .map(Scheme::code))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void everySourceIsSaid() throws IOException {
        List<String> said = EventContracts.read(FOLDER.resolve("sources.csv"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        List<String> used = files().stream()
                .flatMap(file -> json(file).findValues("source").stream())
                .flatMap(source -> Arrays.stream(source.asString().split(", ", -1)))
                .distinct()
                .toList();

        assertThat(said).containsExactlyInAnyOrderElementsOf(used);
    }

    /** Press reports and general knowledge are never the wording of a rule. */
    @Test
    void onlyWhatWasReadIsConfirmed() throws IOException {
        for (Path file : files()) {
            assertThat(json(file).findParents("confidence").stream()
                            .filter(basis -> basis.path("confidence").asString().equals("CONFIRMED"))
                            .map(basis -> basis.path("source").asString())
                            .distinct())
                    .as(file.toString())
                    .isSubsetOf("S21");
        }
    }

    @Test
    void twoOfTheSameDaysAreRefused() {
        Scheme one = SCHEMES.find("PARTY_YEAR_366").orElseThrow();

        assertThatThrownBy(() -> new EvaluationSchemes(List.of(one, one)))
                .hasMessageContaining("stands there twice")
                .hasMessageContaining("hold on the same days");
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(EventContracts.read(file));
    }
}
