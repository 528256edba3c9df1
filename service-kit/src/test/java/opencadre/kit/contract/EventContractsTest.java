package opencadre.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventContractsTest {

    static Set<String> topics() {
        return Stream.of("personnel", "training", "planning")
                .flatMap(owner -> EventContracts.ownedBy(owner).stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void examplesObeyTheirSchemas(String topic) {
        assertThat(EventContracts.violations(topic, EventContracts.example(topic)))
                .isEmpty();
        assertThat(EventContracts.violations(topic, EventContracts.smallestExample(topic)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void schemasRefuseAFieldNobodyPromisedAndAMissingOne(String topic) {
        assertThat(EventContracts.violations(topic, EventContracts.exampleOfALaterRelease(topic)))
                .isNotEmpty();
        JsonNode example = EventContracts.example(topic);
        ((ObjectNode) example).remove(example.propertyNames().iterator().next());
        assertThat(EventContracts.violations(topic, example)).isNotEmpty();
    }

    @Test
    void furtherExamplesObeyTheirSchemasToo() throws IOException {
        try (Stream<Path> files = Files.walk(EventContracts.contracts())) {
            assertThat(files.map(file -> file.getFileName().toString().split("\\."))
                            // As personnel.decision.v1.nomination.example.json.
                            .filter(name -> name.length == 6 && name[4].equals("example")))
                    .isNotEmpty()
                    .allSatisfy(name -> {
                        String topic = String.join(".", name[0], name[1], name[2]);
                        assertThat(EventContracts.violations(topic, EventContracts.example(topic, name[3])))
                                .isEmpty();
                    });
        }
    }

    @Test
    void schemasRefuseADateThatCannotBe() {
        JsonNode unit = EventContracts.example("personnel.unit.v1");
        ((ObjectNode) unit.path("versions").path(0)).put("validFrom", "2025-02-30");

        assertThat(EventContracts.violations("personnel.unit.v1", unit)).isNotEmpty();
    }

    @Test
    void everySchemaIsListedWithItsOwner() throws IOException {
        try (Stream<Path> files = Files.walk(EventContracts.contracts())) {
            Set<String> schemas = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .collect(Collectors.toSet());

            assertThat(schemas).isEqualTo(topics());
        }
    }

    @Test
    void everyListedTopicIsMadeWhereTheWholeIsRun() {
        String made = EventContracts.read(EventContracts.contracts().resolve("../deploy/kafka/topics.csv"));

        assertThat(topics()).allSatisfy(topic -> assertThat(made).contains("\n" + topic + ","));
    }
}
