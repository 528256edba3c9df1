package opencadre.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code contracts/regulations}: in the form promised, and in force as the services read them. */
class RegulationContractsTest {

    private static final Path FOLDER = EventContracts.contracts().resolve("regulations");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(EventContracts.read(FOLDER.resolve("schema.json")));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith("schema.json"))
                    .toList();
        }
    }

    private static List<Error> violations(String json) {
        return SCHEMA.validate(
                JsonMapper.shared().readTree(json),
                (com.networknt.schema.ExecutionContext context) ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileObeysTheSchema(Path file) {
        assertThat(violations(EventContracts.read(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"confidence\": \"CONFIRMED\" | \"confidence\": \"SURE\"",
                "\"validTo\": \"2025-10-08\" | \"validTo\": \"2025-02-30\"",
                "\"value\": 24, | \"value\": 0.5,",
                "\"source\": \"S53\" | \"sauce\": \"S53\"",
                "\"key\": \"discipline.cool-off | \"key\": \"Discipline.CoolOff",
                "\"number\": \"80-QĐ/TW\", | ` `"
            })
    void theSchemaRefusesAPlantedError(String right, String planted) {
        String file = EventContracts.read(FOLDER.resolve("80-qd-tw.json"));
        assertThat(file).contains(right);

        assertThat(violations(file.replace(right, planted))).isNotEmpty();
    }

    @Test
    void everySourceIsSaid() {
        List<String> said = EventContracts.read(FOLDER.resolve("sources.csv"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        List<String> used = Regulations.load().all().values().stream()
                .flatMap(regulation -> regulation.parameters().stream())
                .flatMap(parameter -> Stream.of(parameter.basis().source().split(", ", -1)))
                .distinct()
                .toList();

        assertThat(said).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void servicesReadEveryFile() throws IOException {
        assertThat(Regulations.load().all()).hasSize(files().size());
    }

    /** K is general knowledge, E4 an effect of the design: neither is ever the wording of a rule. */
    @Test
    void whatNobodyReadIsNotConfirmed() {
        Stream<Parameter> parameters = Regulations.load().all().values().stream()
                .map(regulation -> regulation.parameters())
                .flatMap(Collection::stream);

        assertThat(parameters
                        .filter(parameter -> parameter.basis().source().matches(".*\\b(K|E4)\\b.*"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(
                        parameter -> assertThat(parameter.basis().confidence()).isEqualTo(Confidence.UNCONFIRMED));
    }
}
