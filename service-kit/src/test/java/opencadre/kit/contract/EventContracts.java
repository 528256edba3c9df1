package opencadre.kit.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files of {@code contracts} about events, as producers' and consumers' tests read them. */
public final class EventContracts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventContracts() {}

    /** The golden example of a topic, as {@code personnel.person.v1}. */
    public static JsonNode example(String topic) {
        return JSON.readTree(read(folder(topic).resolve(topic + ".example.json")));
    }

    /** A further example of a topic, as {@code nomination} of {@code personnel.decision.v1}. */
    public static JsonNode example(String topic, String variant) {
        return JSON.readTree(read(folder(topic).resolve(topic + "." + variant + ".example.json")));
    }

    /** The example with a field in it that this version of the contract does not know, at every depth. */
    public static JsonNode exampleOfALaterRelease(String topic) {
        JsonNode later = example(topic);
        addUnknown(later);
        return later;
    }

    /** The example with everything left out that the contract allows to be absent. */
    public static JsonNode smallestExample(String topic) {
        JsonNode smallest = example(topic);
        prune(smallest, JSON.readTree(read(folder(topic).resolve(topic + ".schema.json"))));
        return smallest;
    }

    /** A state as it stands on the wire. */
    public static JsonNode asSent(Object state) {
        return JSON.readTree(JSON.writeValueAsString(state));
    }

    /** What is wrong with a state by the schema of its topic; empty when nothing is. */
    public static List<String> violations(String topic, JsonNode state) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(folder(topic).resolve(topic + ".schema.json")));
        return schema
                .validate(
                        state,
                        (com.networknt.schema.ExecutionContext context) ->
                                context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The topics that {@code contracts/events.csv} lets a service read. */
    public static Set<String> readBy(String service) {
        return rows().stream()
                .filter(row -> Arrays.asList(row.get(3).split(" ", -1)).contains(service))
                .map(List::getFirst)
                .collect(Collectors.toSet());
    }

    /** The topics that it says a service owns. */
    public static Set<String> ownedBy(String service) {
        return rows().stream()
                .filter(row -> row.get(1).equals(service))
                .map(List::getFirst)
                .collect(Collectors.toSet());
    }

    private static List<List<String>> rows() {
        return read(contracts().resolve("events.csv"))
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    private static void addUnknown(JsonNode node) {
        node.values().forEach(EventContracts::addUnknown);
        if (node instanceof ObjectNode object) {
            object.put("unheardOf", "later");
        }
    }

    private static void prune(JsonNode node, JsonNode schema) {
        if (node instanceof ObjectNode object && schema.has("required")) {
            Set<String> required = schema.path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());
            object.retain(required);
            object.forEachEntry(
                    (name, value) -> prune(value, schema.path("properties").path(name)));
        } else {
            node.values().forEach(value -> prune(value, schema.path("items")));
        }
    }

    private static Path folder(String topic) {
        String owner = topic.substring(0, topic.indexOf('.'));
        return contracts().resolve(owner).resolve("events");
    }

    public static Path contracts() {
        return Path.of(System.getProperty("opencadre.root", "..")).resolve("contracts");
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
