package opencadre.kit.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service's promise, {@code contracts/<service>/openapi.yaml}: held against its code and against its answers. */
public final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What any operation may answer, written once in the description of the house and not at each of them. */
    private static final Set<Integer> EVERYWHERE = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 500, 503);

    /** From the least harm to the most. */
    private static final List<String> CLASSES = List.of("public", "internal", "personal", "sensitive", "restricted");

    /** Read once: every answer of every test is held against it. */
    private static final Map<String, OpenApi> READ = new ConcurrentHashMap<>();

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** The contract of a service, as {@code personnel}. */
    public static OpenApi of(String service) {
        return READ.computeIfAbsent(service, OpenApi::read);
    }

    private static OpenApi read(String service) {
        String yaml = EventContracts.read(EventContracts.contracts().resolve(service + "/openapi.yaml"));
        Object document = new Yaml().load(yaml);
        return new OpenApi(JSON.valueToTree(document));
    }

    /** The one that the running code describes. */
    public static OpenApi described(String json) {
        return new OpenApi(JSON.readTree(json));
    }

    /** {@code METHOD path} of every operation. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    /**
     * Every way an id travels in a request of an operation, as {@code path personId}, {@code query unit}, {@code body
     * effects[].personId}: what the contract says is a UUID, however deep.
     */
    public Set<String> ids(String operation) {
        Set<String> ids = new TreeSet<>();
        JsonNode node = operation(operation);
        for (JsonNode parameter : node.path("parameters")) {
            if (isId(resolve(parameter.path("schema")))) {
                ids.add(parameter.path("in").asString() + " "
                        + parameter.path("name").asString());
            }
        }
        idsIn(content(node.path("requestBody"), "application/json"), "body ", new HashSet<>(), ids);
        return ids;
    }

    private void idsIn(JsonNode given, String where, Set<String> within, Set<String> ids) {
        String reference = given.path("$ref").asString("");
        if (!reference.isEmpty() && within.contains(reference)) {
            return;
        }
        Set<String> deeper = new HashSet<>(within);
        deeper.add(reference);
        JsonNode schema = resolve(given);
        if (isId(schema)) {
            ids.add(where);
        }
        schema.path("properties")
                .forEachEntry(
                        (name, field) -> idsIn(field, where + (where.endsWith(" ") ? "" : ".") + name, deeper, ids));
        if (schema.has("items")) {
            idsIn(schema.path("items"), where + "[]", deeper, ids);
        }
    }

    private static boolean isId(JsonNode schema) {
        return schema.path("format").asString("").equals("uuid");
    }

    /** Ids in the query without which an operation is not asked, as {@code unitId}. */
    public Set<String> idsAskedFor(String operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation(operation).path("parameters")) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean(false)
                    && isId(resolve(parameter.path("schema")))) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    /** Parameters of an operation that stand in one place, as {@code query}. */
    public Set<String> parameters(String operation, String in) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation(operation).path("parameters")) {
            if (parameter.path("in").asString().equals(in)) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    /**
     * Values of a parameter of the query that are worth asking with: each of its codes, or {@code uuid}, {@code date},
     * {@code date-time}, {@code integer}, {@code string} where there are many.
     */
    public List<String> worthAsking(String operation, String query) {
        for (JsonNode parameter : operation(operation).path("parameters")) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("name").asString().equals(query)) {
                JsonNode schema = resolve(parameter.path("schema"));
                return schema.has("enum")
                        ? schema.path("enum")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()
                        : List.of(schema.path("format").asString(type(schema)));
            }
        }
        return List.of();
    }

    /**
     * Answers that the form of an operation brings with it and its contract does not promise, as {@code POST
     * /api/x/{id} 428}: whoever may name a revision may name an old one, and who must name one may forget it.
     */
    public List<String> unpromised() {
        List<String> missing = new ArrayList<>();
        for (String operation : operations()) {
            JsonNode node = operation(operation);
            for (JsonNode parameter : node.path("parameters")) {
                if (parameter.path("name").asString().equals("If-Match")) {
                    boolean required = parameter.path("required").asBoolean(false);
                    List<Integer> brought = required ? List.of(412, 428) : List.of(412);
                    brought.stream()
                            .filter(status -> node.path("responses")
                                    .path(status.toString())
                                    .isMissingNode())
                            .forEach(status -> missing.add(operation + " " + status));
                }
            }
        }
        return missing;
    }

    /** The type of the file that an operation takes; empty where it takes none. */
    public String takesAFile(String operation) {
        return operation(operation).path("requestBody").path("content").propertyNames().stream()
                .filter(type -> !type.contains("json"))
                .findFirst()
                .orElse("");
    }

    /** Whether an operation takes a workbook. */
    public boolean takesAWorkbook(String operation) {
        return operation(operation).path("requestBody").path("content").propertyNames().stream()
                .anyMatch(type -> type.contains("spreadsheet"));
    }

    /**
     * Where code does not do what this contract says, in both directions. An answer that the code hands on as text (a
     * repeated request hears the kept one) has no form there; every answer of every test is held against the contract.
     */
    public List<String> differences(OpenApi code) {
        Map<String, String> promised = outline();
        Map<String, String> done = code.outline();
        Set<String> all = new TreeSet<>(promised.keySet());
        all.addAll(done.keySet());
        return all.stream()
                .filter(line -> !promised.getOrDefault(line, "").equals(done.getOrDefault(line, "")))
                .filter(line -> !(line.endsWith(" answer") && "string".equals(done.get(line))))
                .map(line -> line + ": promised " + promised.get(line) + ", done " + done.get(line))
                .toList();
    }

    /** Each operation as text in which order, names of schemas and descriptions play no part. */
    private Map<String, String> outline() {
        Map<String, String> outline = new TreeMap<>();
        for (String operation : operations()) {
            JsonNode node = operation(operation);
            outline.put(operation, "operationId " + node.path("operationId").asString());
            for (JsonNode parameter : node.path("parameters")) {
                outline.put(
                        operation + " " + parameter.path("in").asString() + " "
                                + parameter.path("name").asString(),
                        (parameter.path("required").asBoolean(false) ? "required " : "optional ")
                                + shape(parameter.path("schema"), false));
            }
            JsonNode body = content(node.path("requestBody"));
            if (!body.isMissingNode()) {
                outline.put(operation + " request", shape(body, true));
            }
            outline.put(operation + " answer", shape(content(success(node)), false));
        }
        return outline;
    }

    /**
     * The highest class ({@code x-class}) that each operation's answer carries, as {@code sensitive}; operations that
     * answer no JSON are left out. A schema says the class of its fields, a field may say another.
     */
    public Map<String, String> classes() {
        Map<String, String> classes = new TreeMap<>();
        for (String operation : operations()) {
            JsonNode answer = content(success(operation(operation)), "application/json");
            if (!answer.isMissingNode()) {
                classes.put(
                        operation,
                        classesIn(answer, "", operation, new HashSet<>()).values().stream()
                                .max(java.util.Comparator.comparingInt(CLASSES::indexOf))
                                .orElse(""));
            }
        }
        return classes;
    }

    /** Fields of answers that carry no class, or one that there is not. */
    public List<String> unclassified() {
        return operations().stream()
                .flatMap(operation -> classesIn(
                        content(success(operation(operation)), "application/json"), "", operation, new HashSet<>())
                        .entrySet()
                        .stream())
                .filter(field -> !CLASSES.contains(field.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** Each field below a schema with its class; a schema that holds itself is entered once. */
    private Map<String, String> classesIn(JsonNode given, String inherited, String where, Set<String> entered) {
        String reference = given.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return entered.add(reference)
                    ? classesIn(resolve(given), inherited, reference.replaceFirst(".*/", ""), entered)
                    : Map.of();
        }
        String own = given.path("x-class").asString(inherited);
        if (given.has("oneOf")) {
            Map<String, String> classes = new TreeMap<>();
            given.path("oneOf").forEach(either -> classes.putAll(classesIn(either, own, where, entered)));
            return classes;
        }
        if (given.path("properties").isObject()) {
            Map<String, String> classes = new TreeMap<>();
            // What surrounds an object says nothing of its fields.
            String ofFields = given.path("x-class").asString("");
            given.path("properties")
                    .forEachEntry(
                            (name, field) -> classes.putAll(classesIn(field, ofFields, where + "." + name, entered)));
            return classes;
        }
        return given.has("items")
                ? classesIn(given.path("items"), own, where, entered)
                : given.isMissingNode() ? Map.of() : Map.of(where, own);
    }

    /** Fails when a service answers what it did not promise. */
    public void hold(String method, String path, int status, JsonNode body) {
        String operation = operations().stream()
                .filter(o -> matches(o, method, path))
                .min(java.util.Comparator.comparing(o -> o.contains("{")))
                .orElse("");
        if (status >= 400) {
            JsonNode promised = operation(operation).path("responses").path(Integer.toString(status));
            if (promised.isMissingNode() && !EVERYWHERE.contains(status)) {
                throw new AssertionError(method + " " + path + " answers " + status + ", which is not promised");
            }
            hold(document.path("components").path("schemas").path("Problem"), body, method + " " + path);
            return;
        }
        JsonNode response = operation(operation).path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            throw new AssertionError(method + " " + path + " answers " + status + ", which is not promised");
        }
        if (response.path("content").path("application/json").isMissingNode() && body.isMissingNode()) {
            // Promised without a body, as 304, or with one that is no JSON.
            return;
        }
        hold(content(response), body, method + " " + path);
    }

    private void hold(JsonNode schema, JsonNode body, String where) {
        ObjectNode root = (ObjectNode) resolve(schema).deepCopy();
        root.set("components", closed(document.path("components").deepCopy()));
        root.put("additionalProperties", false);
        if (root.path("properties").isMissingNode()) {
            root.remove("additionalProperties");
        }
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(root))
                .validate(
                        body,
                        (com.networknt.schema.ExecutionContext context) ->
                                context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError(where + " answers in another form than promised: " + errors + "\n" + body);
        }
    }

    /** Every object schema refuses what it does not name. */
    private static JsonNode closed(JsonNode node) {
        node.values().forEach(OpenApi::closed);
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
        return node;
    }

    /** An operation with every schema that it refers to written out; one that holds itself stops there, as anything. */
    public JsonNode writtenOut(String operation) {
        return writtenOut(operation(operation), Set.of());
    }

    private JsonNode writtenOut(JsonNode node, Set<String> within) {
        String reference = node.path("$ref").asString("");
        if (!reference.isEmpty()) {
            Set<String> deeper = new HashSet<>(within);
            return deeper.add(reference) ? writtenOut(resolve(node), deeper) : JSON.createObjectNode();
        }
        if (node instanceof ObjectNode object) {
            ObjectNode out = JSON.createObjectNode();
            object.forEachEntry((name, value) -> out.set(name, writtenOut(value, within)));
            return out;
        }
        if (node.isArray()) {
            var out = JSON.createArrayNode();
            node.forEach(item -> out.add(writtenOut(item, within)));
            return out;
        }
        return node;
    }

    private static boolean matches(String operation, String method, String path) {
        List<String> words = List.of(operation.split(" ", -1));
        String pattern = Pattern.compile("\\{[^}]+}").matcher(words.get(1)).replaceAll("[^/]+");
        return words.get(0).equals(method) && path.matches(pattern);
    }

    private JsonNode operation(String operation) {
        List<String> words = List.of(operation.split(" ", -1));
        return words.size() < 2
                ? document.path("no such operation")
                : document.path("paths").path(words.get(1)).path(words.get(0).toLowerCase(java.util.Locale.ROOT));
    }

    private static JsonNode success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(operation.path("no success"));
    }

    private static JsonNode content(JsonNode holder, String mediaType) {
        return holder.path("content").path(mediaType).path("schema");
    }

    private static JsonNode content(JsonNode holder) {
        return holder.path("content").values().stream()
                .findFirst()
                .map(media -> media.path("schema"))
                .orElse(holder.path("no content"));
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** Types, formats, enumerations and fields of a schema; which fields are required only where asked for. */
    private String shape(JsonNode given, boolean withRequired) {
        JsonNode schema = resolve(given);
        if (schema.path("properties").isObject()) {
            Set<String> required = withRequired
                    ? schema.path("required")
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toSet())
                    : Set.of();
            List<String> fields = new ArrayList<>();
            new TreeMap<>(schema.path("properties").properties().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .forEach((name, field) ->
                            fields.add(name + (required.contains(name) ? "! " : " ") + shape(field, withRequired)));
            return fields.stream().collect(Collectors.joining(", ", "{", "}"));
        }
        if (schema.has("items")) {
            return "[" + shape(schema.path("items"), withRequired) + "]";
        }
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining("|"));
        }
        return type(schema)
                + (schema.has("format") ? " " + schema.path("format").asString() : "");
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .collect(Collectors.joining("|"))
                : type.asString("");
    }
}
