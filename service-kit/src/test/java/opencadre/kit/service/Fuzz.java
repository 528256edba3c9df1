package opencadre.kit.service;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.contract.OpenApi;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random requests to every operation of a service: complete by its OpenAPI, with ids that earlier answers brought, but
 * for one to three places that say what no honest page sends ({@link Hostile}).
 *
 * <p>Whatever it is asked, a service answers as it promised, never 5xx, and refuses with a problem that tells nothing
 * of an exception or of a statement. The same seed asks the same questions, but for ids that the service made.
 */
public final class Fuzz {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of libraries, of the database and of the stack; no hostile value has any of it. */
    private static final Pattern INSIDE = Pattern.compile("Exception|java\\.|\\borg\\.|tools\\.jackson|opencadre\\.\\w|"
            + "SQLSTATE|ERROR:|violates|duplicate key|relation \\\\?\"|constraint|invalid (input|byte)|Cannot |"
            + "Unexpected |Unrecognized |\\bSELECT\\b|\\bINSERT\\b|\\bUPDATE\\b|stack ?trace|HTTP Status");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final AccessContracts contracts;
    private final OpenApi openApi;
    private final Map<String, Caller> askers;
    private final Map<String, List<String>> spare;
    private final Map<String, Set<String>> known = new TreeMap<>();
    private final Map<String, Set<Integer>> statuses = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Random random;
    private @Nullable HttpResponse<byte[]> heard;
    private long asked;

    /**
     * Who asks, and in which order of chances.
     *
     * @param askers by the role they hold
     * @param spare what stands for it alone, by the name that requests give it, as {@code username}: of these kinds
     *     nothing else that stands is changed, as the others would have nothing left to ask about
     */
    public Fuzz(String service, Map<String, Caller> askers, Map<String, List<String>> spare, long seed) {
        this.contracts = AccessContracts.of(service);
        this.openApi = OpenApi.of(service);
        this.askers = new TreeMap<>();
        askers.forEach((role, caller) -> this.askers.put(role, caller.heardBy(answer -> heard = answer)));
        this.spare = spare;
        spare.forEach((name, values) -> known.put(name, new LinkedHashSet<>(values)));
        this.random = new Random(seed);
    }

    /**
     * Asks every operation once a round: as often on a slow machine as on a fast one, so that what one of them finds
     * the other finds too. {@code -Dopencadre.fuzz.rounds} asks on, to look for more.
     */
    public Fuzz run() {
        learn();
        for (int round = 0; round < Integer.getInteger("opencadre.fuzz.rounds", 12); round++) {
            for (String operation : openApi.operations()) {
                ask(operation);
            }
        }
        return this;
    }

    /** What was answered as it must not be, with the question. */
    public List<String> wrong() {
        return wrong;
    }

    /** How many questions were asked. */
    public long asked() {
        return asked;
    }

    /** Which statuses each operation answered with. */
    public Map<String, Set<Integer>> statuses() {
        return statuses;
    }

    /** What stands already: lists first, then what hangs on their lines. */
    private void learn() {
        for (String parameters : List.of("[^{]*", ".*\\{.*")) {
            for (String operation : openApi.operations()) {
                if (operation.startsWith("GET ") && operation.matches(parameters)) {
                    for (Caller caller : askers(operation)) {
                        send(caller, operation, addressed(operation, false, false), null, List.of());
                    }
                }
            }
        }
    }

    private List<Caller> askers(String operation) {
        String action = contracts.actionOf(method(operation), path(operation)).orElseThrow();
        return askers.entrySet().stream()
                .filter(asker -> contracts.carries(asker.getKey(), action))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void ask(String operation) {
        List<Caller> may = askers(operation);
        Caller caller = may.isEmpty() || random.nextInt(12) == 0
                ? Hostile.any(List.copyOf(askers.values()), random)
                : Hostile.any(may, random);
        boolean inAddress = random.nextInt(3) == 0;
        String address = addressed(operation, inAddress);
        List<String> headers = headers(caller, operation, address);
        send(caller, operation, address, method(operation).equals("GET") ? null : body(operation, !inAddress), headers);
    }

    private void send(Caller caller, String operation, String address, @Nullable Object body, List<String> headers) {
        asked++;
        heard = null;
        String question = operation + " as " + address + " " + headers + " " + shortened(body) + ": ";
        String otherwise = "";
        try {
            Caller.Answer answer = caller.ask(method(operation), address, body, headers.toArray(String[]::new));
            statuses.computeIfAbsent(operation, any -> new TreeSet<>()).add(answer.status());
            learn(operation, answer);
        } catch (AssertionError
                | IllegalStateException
                | IllegalArgumentException
                | tools.jackson.core.JacksonException e) {
            otherwise = shortened(e.getMessage());
        }
        String why = heard == null
                ? ""
                : whatIsWrong(
                        heard.statusCode(),
                        heard.headers().firstValue("Content-Type").orElse(""),
                        new String(heard.body(), StandardCharsets.UTF_8));
        if (!why.isEmpty() || !otherwise.isEmpty()) {
            wrong.add(question + (why.isEmpty() ? otherwise : why));
        }
    }

    /** What a service may never answer; empty where it may. */
    static String whatIsWrong(int status, String type, String body) {
        if (status >= 500) {
            return status + " " + shortened(body);
        }
        if (status < 400) {
            return "";
        }
        if (!type.startsWith("application/problem+json")) {
            return status + " as " + type + ": " + shortened(body);
        }
        Matcher inside = INSIDE.matcher(body);
        return inside.find() ? status + " tells " + inside.group() + ": " + shortened(body) : "";
    }

    // What is known

    private void learn(String operation, Caller.Answer answer) {
        if (answer.status() < 300) {
            String within = path(operation).replaceAll("/\\{\\w+}$", "");
            String own = openApi.operations().stream()
                    .map(Fuzz::path)
                    .filter(path -> path.startsWith(within + "/{"))
                    .map(path -> path.substring(within.length() + 2, path.indexOf('}', within.length())))
                    .findFirst()
                    .orElse("");
            learn(answer.body(), own);
        }
    }

    private void learn(JsonNode node, String own) {
        if (node.isArray()) {
            node.forEach(item -> learn(item, own));
        }
        node.propertyStream().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isString() && (name.endsWith("Id") || name.equals("next") || name.equals("code"))) {
                learn(name, value.asString());
            } else if (name.equals("id") && value.isString() && !own.isEmpty()) {
                learn(own, value.asString());
            }
            // What hangs on something, as posts on a person, has ids of another kind.
            learn(value, name.equals("items") ? own : kindOf(name));
        });
    }

    /** The parameter that names one of a list, as {@code assignmentId} for {@code assignments}. */
    private static String kindOf(String list) {
        return list.endsWith("s") ? list.substring(0, list.length() - 1) + "Id" : "";
    }

    private void learn(String name, String value) {
        Set<String> values = known.computeIfAbsent(name, any -> new LinkedHashSet<>());
        if (values.size() < 40 && !value.isEmpty()) {
            values.add(value);
        }
    }

    private String knownOr(String name, String otherwise) {
        List<String> values = List.copyOf(known.getOrDefault(name, Set.of()));
        return values.isEmpty() || random.nextInt(10) == 0 ? otherwise : Hostile.any(values, random);
    }

    private String spareOr(String name, String otherwise) {
        List<String> values = spare.getOrDefault(name, List.of());
        return values.isEmpty() || random.nextInt(3) == 0 ? otherwise : Hostile.any(values, random);
    }

    // Requests

    private String addressed(String operation, boolean isHostile) {
        return addressed(operation, isHostile, true);
    }

    /** A filter that nothing passes would teach nothing. */
    private String addressed(String operation, boolean isHostile, boolean isFiltered) {
        boolean changes = !operation.startsWith("GET ");
        int at = isHostile ? random.nextInt(4) : -1;
        StringBuilder path = new StringBuilder();
        Matcher places = PLACE.matcher(path(operation));
        int place = 0;
        while (places.find()) {
            String name = places.group(1);
            String value = isHostile && (at == 0 || place == at - 1)
                    ? Hostile.text(random)
                    : changes && spare.containsKey(name)
                            ? spareOr(name, UUID.randomUUID().toString())
                            : knownOr(name, UUID.randomUUID().toString());
            places.appendReplacement(path, Matcher.quoteReplacement(encoded(value.isEmpty() ? " " : value)));
            place++;
        }
        places.appendTail(path);
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : openApi.writtenOut(operation).path("parameters")) {
            String name = parameter.path("name").asString();
            boolean isAsked = parameter.path("required").asBoolean(false);
            if (parameter.path("in").asString().equals("query") && (isAsked || (isFiltered && random.nextInt(3) > 0))) {
                boolean isOdd = isHostile && random.nextBoolean();
                String value = isOdd
                        ? Hostile.text(random)
                        : value(parameter.path("schema"), name).asString("");
                query.add(encoded(name) + "=" + (isOdd && random.nextInt(8) == 0 ? "%ED%A0%80%FF" : encoded(value)));
            }
        }
        if (isHostile && random.nextInt(6) == 0) {
            query.add(query.isEmpty() || random.nextBoolean() ? "x%00[]=%27" : Hostile.any(query, random));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private List<String> headers(Caller caller, String operation, String address) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode parameter : openApi.writtenOut(operation).path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("header") && random.nextInt(20) > 0) {
                headers.put(name, name.equals("If-Match") ? revision(caller, operation, address) : key());
            }
        }
        String file = openApi.takesAFile(operation);
        if (!file.isEmpty()) {
            headers.put("Content-Type", file);
        }
        if (random.nextInt(6) == 0) {
            List<String> odd = Hostile.header(random);
            headers.put(odd.get(0), odd.get(1));
        }
        List<String> pairs = new ArrayList<>();
        headers.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return pairs;
    }

    private String key() {
        return "key-" + random.nextLong();
    }

    /** The tag of what is changed: of the longest address above it that can be read. */
    private String revision(Caller caller, String operation, String address) {
        String way = path(operation);
        String[] parts = address.replaceFirst("\\?.*", "").split("/", -1);
        for (int length = way.split("/", -1).length; length > 3; length--) {
            String above = "GET " + String.join("/", List.of(way.split("/", -1)).subList(0, length));
            if (above.endsWith("}") && openApi.operations().contains(above)) {
                try {
                    String tag = caller.get(String.join("/", List.of(parts).subList(0, length)))
                            .etag();
                    return tag.isEmpty() ? "\"1\"" : tag;
                } catch (AssertionError | IllegalStateException unread) {
                    // Asked for itself it is told, as everything is.
                    return "\"1\"";
                }
            }
        }
        return "\"1\"";
    }

    private @Nullable Object body(String operation, boolean isHostile) {
        if (openApi.takesAWorkbook(operation)) {
            return workbook();
        }
        if (!openApi.takesAFile(operation).isEmpty()) {
            return file();
        }
        JsonNode schema = openApi.writtenOut(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            return random.nextInt(5) == 0 ? Hostile.body(random) : null;
        }
        if (isHostile && random.nextInt(12) == 0) {
            byte[] bytes = Hostile.body(random).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[bytes.length - 1] = (byte) 0xC3;
            }
            return bytes.length > 0 ? new String(bytes, StandardCharsets.UTF_8) : "";
        }
        JsonNode body = value(schema, "");
        if (!isHostile) {
            return body;
        }
        Map<String, String> raw = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            spoil(body, raw);
        }
        String text = JSON.writeValueAsString(body);
        for (Map.Entry<String, String> each : raw.entrySet()) {
            text = text.replace('"' + each.getKey() + '"', each.getValue());
        }
        return text;
    }

    private byte[] workbook() {
        byte[] book = Books.of(
                List.of("Cán bộ", "Đơn vị", "Quy hoạch", "Chứng chỉ", "Đào tạo", "Không có")
                        .get(random.nextInt(6)),
                List.of(List.of("Số hồ sơ", "Họ và tên"), List.of(Hostile.text(random), Hostile.text(random))));
        switch (random.nextInt(4)) {
            case 0 -> random.nextBytes(book);
            case 1 -> book[random.nextInt(book.length)] ^= 0x55;
            case 2 -> book = java.util.Arrays.copyOf(book, random.nextInt(book.length));
            default -> {}
        }
        return book;
    }

    /** A file that begins as one of a kind, and goes on as nothing. */
    private byte[] file() {
        byte[] book = workbook();
        String beginning = List.of(
                        "%PDF-1.7\n", "\u00ff\u00d8\u00ff\u00e0", "\u0089PNG\r\n\u001a\n", "II*\u0000", "<html>", "")
                .get(random.nextInt(6));
        byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = java.util.Arrays.copyOf(head, head.length + book.length);
        System.arraycopy(book, 0, file, head.length, book.length);
        return file;
    }

    /** Puts something hostile at one place of a body, however deep. */
    private void spoil(JsonNode body, Map<String, String> raw) {
        List<Runnable> places = new ArrayList<>();
        places(body, raw, places);
        if (!places.isEmpty()) {
            Hostile.any(places, random).run();
        }
    }

    private void places(JsonNode node, Map<String, String> raw, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.propertyStream().toList().forEach(field -> {
                places.add(() -> object.set(field.getKey(), odd(raw)));
                places(field.getValue(), raw, places);
            });
            places.add(() -> object.set("khongCo", odd(raw)));
            if (!object.isEmpty()) {
                places.add(
                        () -> object.remove(List.copyOf(object.propertyNames()).get(random.nextInt(object.size()))));
            }
        } else if (node instanceof ArrayNode array) {
            places.add(() -> array.add(odd(raw)));
            places.add(() -> array.addAll(array.deepCopy()));
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, odd(raw)));
                places(array.get(i), raw, places);
            }
        }
    }

    private JsonNode odd(Map<String, String> raw) {
        if (random.nextBoolean()) {
            return JSON.getNodeFactory().stringNode(Hostile.text(random));
        }
        String mark = "@raw" + raw.size() + "@";
        raw.put(mark, Hostile.raw(random));
        return JSON.getNodeFactory().stringNode(mark);
    }

    /** Something that the contract lets in. */
    private JsonNode value(JsonNode schema, String name) {
        var nodes = JSON.getNodeFactory();
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (schema.path("properties").isObject()) {
            ObjectNode object = nodes.objectNode();
            Set<String> required = new TreeSet<>();
            schema.path("required").forEach(each -> required.add(each.asString()));
            schema.path("properties").forEachEntry((field, of) -> {
                if (required.contains(field) || random.nextInt(3) == 0) {
                    object.set(field, value(of, field));
                }
            });
            return object;
        }
        if (schema.has("items")) {
            ArrayNode array = nodes.arrayNode();
            String one = kindOf(name.replaceFirst("Ids$", "s"));
            for (int i = random.nextInt(3); i >= 0; i--) {
                array.add(value(schema.path("items"), one));
            }
            return array;
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asString()
                : schema.path("type").asString("");
        return switch (schema.path("format").asString(type)) {
            case "uuid" ->
                nodes.stringNode(knownOr(idOf(name), UUID.randomUUID().toString()));
            case "date" -> nodes.stringNode(Hostile.any(List.of("2026-11-02", "2025-07-01", "2026-03-15"), random));
            case "date-time" -> nodes.stringNode("2026-11-21T00:00:00Z");
            case "int32", "int64", "integer", "number" ->
                nodes.numberNode(schema.path("minimum").asInt(1) + random.nextInt(3));
            case "boolean" -> nodes.booleanNode(random.nextBoolean());
            default -> nodes.stringNode(word(schema, name));
        };
    }

    private static String idOf(String name) {
        return name.endsWith("Id") || name.isEmpty() ? name : name.replaceFirst(".*[uU]nit$", "unit") + "Id";
    }

    private String word(JsonNode schema, String name) {
        String pattern = schema.path("pattern").asString("");
        if (name.equals("cursor")) {
            return knownOr("next", "AAAA");
        }
        if (name.equals("code") || name.endsWith("Code")) {
            return knownOr("code", "T_THU");
        }
        if (pattern.contains("\\d{12")) {
            return "0190820" + (10_000 + random.nextInt(80_000));
        }
        if (name.equals("role")) {
            return Hostile.any(contracts.roles().stream().sorted().toList(), random);
        }
        return pattern.contains("\\d{4")
                ? "1980"
                : spareOr(name, pattern.contains("a-z") ? "thu." + random.nextInt(99_999) : "Đỗ Thử");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(@Nullable Object text) {
        String all = String.valueOf(text);
        return all.length() > 600 ? all.substring(0, 600) + "… (" + all.length() + ")" : all;
    }

    private static String method(String operation) {
        return operation.substring(0, operation.indexOf(' '));
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }
}
