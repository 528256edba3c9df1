package opencadre.kit.service;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.contract.OpenApi;
import opencadre.kit.workbook.Books;
import opencadre.local.Await;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation of a service × every role × every place a thing can have to the unit in which the role is held ×
 * every way an id travels: path, query, body, nested objects, lists, and cursors of other accounts. Operations come
 * from the access matrix, the ways of ids from the OpenAPI; a service says what stands at each place and what a request
 * looks like, and an id that no request has fails.
 *
 * <p>What is out of reach must be answered as what nobody has: the same status, body and tag, but for the id itself.
 *
 * <p>Two worlds: everything readable is asked before anything stands out of reach and again afterwards, when a word
 * stands in all of it; the answers must be equal to the byte, and the word in none of them or of all others.
 *
 * <p>Who is let in to write asks on a revision that nobody has, so that the next finds everything as it was. That a
 * write can be done at all is asked last, each of things of its own ({@link Deed}).
 */
public final class Trespass {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UNKNOWN = "999";

    /** Letters of an answer that are shown on each side of where it parts from another. */
    private static final int SHOWN = 200;

    /** Written in the order of a set, which is another each time. */
    private static final Pattern MERGED_CELLS = Pattern.compile("(<mergeCell [^>]*/>)+");

    /** Headers of the moment and of the connection, which is closed after a hundred questions. */
    private static final Set<String> AT_THE_MOMENT = Set.of("date", "connection", "keep-alive");

    /** Where a thing is, seen from the unit that a role is held in for one management scope. */
    public enum Where {
        OWN(true),
        CHILD(true),
        GRANDCHILD(true),
        SIBLING(false),
        PARENT(false),
        OTHER_BRANCH(false),
        /** In the own unit until yesterday. */
        MOVED_OUT(false),
        /** In the own unit from tomorrow on. */
        TO_COME(false),
        /** In the own unit, in a scope that the role is not held for. */
        NOT_DELEGATED(false);

        private final boolean isReached;

        Where(boolean isReached) {
            this.isReached = isReached;
        }
    }

    /**
     * What an operation that writes can be done with, as {@code {certificate: …}} of one that awaits verification.
     *
     * @param things at the own place, by kind, or by the parameter of the path that is no id of any kind
     * @param body complete and lawful, with kinds in braces; a workbook as its bytes
     */
    public record Deed(Map<String, String> things, @Nullable Object body) {}

    /** A workbook that goes on behind the request that sent it: its run. */
    public static String running(Caller caller, String path, byte[] workbook) {
        return caller.ask(
                        "POST",
                        path,
                        workbook,
                        "Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Prefer",
                        "respond-async")
                .body()
                .path("id")
                .asString();
    }

    /** What a service says of itself. */
    public interface Setting {

        /** Whoever is on trial. */
        Caller caller();

        /** Address of the service's database. */
        String database();

        /** Somebody who reaches everything, of whom cursors are taken. */
        Caller widest();

        /** Lets that account hold this role in the own unit and scope, and nothing else; nothing at all when null. */
        void hold(@Nullable String role);

        /** What stands at a place, by kind, as {@code person}: made once for each place. */
        Map<String, String> settle(Where where);

        /**
         * The kind that an id is of, as {@code person} for {@code path personId}; empty where it is of none that is
         * settled.
         */
        String kindOf(String operation, String id);

        /** Whether things of this kind do not exist for whoever does not reach them; others are known to everybody. */
        boolean isSecret(String kind);

        /** Ids that the address of an operation may leave out, and that it is asked with here all the same. */
        default Set<String> askedForToo(String operation) {
            return Set.of();
        }

        /** The value of a parameter of the path that is no id of any kind. */
        String valueOf(String operation, String parameter);

        /** A complete body in which ids are their kind in braces, as {@code {person}}; null where there is none. */
        @Nullable
        Object body(String operation);

        /** Which revision {@code If-Match} names of the thing that an operation changes, among those of a place. */
        default long revision(String operation, Map<String, String> things) {
            return 1;
        }

        /**
         * Lets an operation that writes be done once by whoever is on trial, who holds a role that carries it: with
         * things made for it alone, as what is done once cannot be done again.
         */
        Deed deed(String operation);

        /** Whether a role reaches a place, where it is not all of the own unit and below. */
        default boolean reaches(String role, Where where) {
            return where.isReached && (!role.equals("CADRE_SELF") || where == Where.OWN);
        }

        /** Whether an operation tells of things that are known to everybody, so that it tells of those outside too. */
        default boolean isOpen(String operation) {
            return false;
        }

        /** What is said in the address of a file that is sent. */
        default String saidOfAFile(String operation) {
            return "file=thu.xlsx";
        }

        /** Whether the tag of an answer stands on something that is known to everybody. */
        default boolean isTagOpen(String operation) {
            return false;
        }

        /** Whether an operation is of things that nobody has here, so that whoever may ask hears 404. */
        default boolean isLetInUnknown(String operation) {
            return false;
        }

        /** Whether an operation may be answered for things that are known to everybody wherever they are. */
        default boolean isOfNoUnit(String operation) {
            return false;
        }
    }

    /** One id in a request: where it stands and of which kind it is. */
    private record Slot(String at, String kind) {}

    private static final Logger LOG = LoggerFactory.getLogger(Trespass.class);

    private static final String RUN = "/imports/runs/{runId}";

    private final AccessContracts contracts;
    private final OpenApi openApi;
    private final Setting setting;
    private final Map<Where, Map<String, String>> things = new LinkedHashMap<>();
    private final Map<String, String> nobodys = new LinkedHashMap<>();
    private final Set<String> withData = new TreeSet<>();
    private final Map<String, String> cursors = new LinkedHashMap<>();
    private final Map<String, String> made = new LinkedHashMap<>();
    private final Canaries canaries;
    private final Set<String> shown = new TreeSet<>();
    private final List<String> otherAnswers = new ArrayList<>();
    private final int compared;
    private @Nullable HttpResponse<byte[]> heard;
    private long asked;
    private long since = System.nanoTime();

    public Trespass(String service, Setting setting) {
        this.contracts = AccessContracts.of(service);
        this.openApi = OpenApi.of(service);
        this.setting = setting;
        this.canaries = new Canaries(setting.database());
        settle(true);
        told("the world in reach stands");
        things(Where.OWN)
                .keySet()
                .forEach(kind -> nobodys.put(kind, UUID.randomUUID().toString()));
        Map<String, String> before = quiet();
        told("answers before");
        canaries.mark();
        settle(false);
        told("the world out of reach stands");
        contracts.operations().stream()
                .filter(operation -> openApi.parameters(operation, "query").contains("cursor"))
                .forEach(this::cursorOf);
        canaries.plant();
        Map<String, String> after = answers();
        before.forEach((question, answer) -> {
            if (!answer.equals(after.get(question))) {
                otherAnswers.add(question + ": " + difference(answer, after.getOrDefault(question, "")));
            }
        });
        compared = before.size();
        told("answers after");
    }

    /** How long each part takes says where the time of a build goes. */
    private void told(String what) {
        long now = System.nanoTime();
        LOG.info("{}: {} requests so far, {} s", what, asked, (now - since) / 1_000_000_000);
        since = now;
    }

    /** Where two answers part, as a file says more than anybody reads. */
    private static String difference(String before, String after) {
        int common = 0;
        while (common < Math.min(before.length(), after.length()) && before.charAt(common) == after.charAt(common)) {
            common++;
        }
        int from = Math.max(0, common - SHOWN);
        return "…" + before.substring(from, Math.min(before.length(), common + SHOWN)) + "… then …"
                + after.substring(from, Math.min(after.length(), common + SHOWN)) + "…";
    }

    private void settle(boolean isReached) {
        for (Where where : Where.values()) {
            if (where.isReached == isReached) {
                things.put(where, setting.settle(where));
            }
        }
    }

    /** The word that stands in every text of what is out of reach. */
    public Canaries canaries() {
        return canaries;
    }

    /** Questions whose answer showed a word that stands out of reach alone, and writes that showed an id of it. */
    public Set<String> shown() {
        return shown;
    }

    /** Questions that were answered otherwise, although nothing changed but what is out of reach. */
    public List<String> otherAnswers() {
        return otherAnswers;
    }

    /** How many questions were asked in both worlds. */
    public int compared() {
        return compared;
    }

    // The same questions in two worlds

    /** Answers that no longer move: copies may still be catching up with what was told before. */
    private Map<String, String> quiet() {
        Map<String, String> before = answers();
        for (int i = 0; i < 5; i++) {
            Map<String, String> again = answers();
            if (again.equals(before)) {
                break;
            }
            before = again;
        }
        return before;
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String role : readers()) {
            setting.hold(role);
            for (String operation : contracts.operations()) {
                if (operation.startsWith("GET ") && contracts.carries(role, action(operation))) {
                    for (String query : questions(operation)) {
                        asked(caller().get(own(operation, query)));
                        // What was looked at meanwhile is on record, and what everybody knows has grown.
                        if (!operation.endsWith("/views") && !setting.isOpen(operation)) {
                            answers.put(
                                    role + " " + operation + " " + query,
                                    written(Objects.requireNonNull(heard), setting.isTagOpen(operation)));
                        }
                    }
                }
            }
        }
        return answers;
    }

    /** Roles that together may read everything. */
    private List<String> readers() {
        Set<String> missing = contracts.operations().stream()
                .filter(operation -> operation.startsWith("GET "))
                .map(this::action)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> readers = new ArrayList<>();
        while (!missing.isEmpty()) {
            String next = contracts.roles().stream()
                    .filter(role -> !role.equals("CADRE_SELF"))
                    .sorted()
                    .max(Comparator.comparingLong(role -> missing.stream()
                            .filter(action -> contracts.carries(role, action))
                            .count()))
                    .orElseThrow();
            readers.add(next);
            if (!missing.removeIf(action -> contracts.carries(next, action))) {
                break;
            }
        }
        return readers;
    }

    private List<String> questions(String operation) {
        List<String> questions = new ArrayList<>(List.of(""));
        Set<String> more = new TreeSet<>(openApi.parameters(operation, "query"));
        more.removeAll(idsAskedFor(operation));
        for (String name : more) {
            for (String value : openApi.worthAsking(operation, name)) {
                values(operation, name, value).forEach(each -> questions.add(name + "=" + each));
            }
        }
        return questions;
    }

    private List<String> values(String operation, String name, String value) {
        return switch (value) {
            case "uuid" -> {
                String kind = setting.kindOf(operation, "query " + name);
                yield List.of(own().getOrDefault(kind, "none"), nobodys.getOrDefault(kind, "none"));
            }
            case "date" -> List.of("2020-01-01", "2026-11-24", "2031-01-01");
            case "date-time" -> List.of("2026-11-21T00:00:00Z");
            case "int32", "int64", "integer" -> List.of("1", "200");
            case "string" -> name.equals("cursor") ? List.of() : List.of(canaries.word(), "doan", "t");
            case "boolean" -> List.of("true");
            default -> List.of(value);
        };
    }

    /** Everything of an answer but the moment at which it was given. */
    private static String written(HttpResponse<byte[]> answer, boolean isTagOpen) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.keySet()
                .removeIf(name -> AT_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT))
                        || (isTagOpen && name.equalsIgnoreCase("ETag")));
        Map<String, String> parts = Canaries.texts(answer.body());
        // When a file was written, which is a byte longer or shorter when packed.
        if (parts.keySet().removeIf(part -> part.contains("docProps/"))) {
            headers.keySet().removeIf("Content-Length"::equalsIgnoreCase);
        }
        // What a PDF says is packed and dated; the Word file that it is made of is compared.
        parts.values().removeIf(part -> part.startsWith("%PDF-"));
        String text = MERGED_CELLS
                .matcher(parts.toString())
                .replaceAll(cells ->
                        Arrays.stream(cells.group().split("(?<=>)")).sorted().collect(Collectors.joining()));
        return answer.statusCode() + " " + headers + " " + text.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private Caller caller() {
        return setting.caller().heardBy(answer -> {
            heard = answer;
            if (canaries.isIn(answer.body()) && !asksWithTheWord(answer)) {
                shown.add(answer.request().method() + " " + answer.uri());
            }
        });
    }

    /** A refused question may come back with what was asked. */
    private boolean asksWithTheWord(HttpResponse<byte[]> answer) {
        return answer.statusCode() >= 400 && answer.uri().toString().contains(canaries.word());
    }

    private String action(String operation) {
        return contracts.actionOf(method(operation), path(operation)).orElseThrow();
    }

    /** How many requests were made. */
    public long asked() {
        return asked;
    }

    /**
     * Operations that read and that answered nobody with anything. What was empty is asked once more: whoever is on
     * trial has done something meanwhile, and what was done may be named in a path.
     */
    public List<String> withoutData() {
        for (String role : contracts.roles()) {
            List<String> next = silent().stream()
                    .filter(operation -> contracts.carries(role, action(operation)))
                    .toList();
            if (!next.isEmpty()) {
                setting.hold(role);
                for (String operation : next) {
                    Map<String, String> known = new LinkedHashMap<>(made);
                    known.putAll(own());
                    if (operation.contains(RUN)) {
                        known.put(setting.kindOf(operation, "path runId"), ended(operation));
                    }
                    toldBy(operation, ask(operation, known, null, UNKNOWN));
                }
            }
        }
        return silent();
    }

    /** The run of a trial that has ended: it is of the account alone, so nothing stands ready. */
    private String ended(String operation) {
        String imports = operation.substring(operation.indexOf(' ') + 1, operation.indexOf("/runs/"));
        byte[] book =
                (byte[]) Objects.requireNonNull(setting.deed("POST " + imports).body());
        String run = running(caller(), imports + "?file=thu.xlsx&trial=true", book);
        String address = imports + "/runs/" + run;
        boolean hasEnded = Await.until(
                Duration.ofSeconds(60),
                () -> caller().get(address).body().path("state").asString().equals("ENDED"));
        if (!hasEnded) {
            throw new AssertionError("does not end: " + caller().get(address).body());
        }
        return run;
    }

    private List<String> silent() {
        return contracts.operations().stream()
                .filter(operation -> operation.startsWith("GET "))
                .filter(operation -> !withData.contains(operation))
                .toList();
    }

    private void toldBy(String operation, Caller.Answer answer) {
        if (answer.status() == 200 && tells(answer)) {
            withData.add(operation);
        }
    }

    /**
     * Operations that write and that nobody was let do, with the last answer, though things stood ready for it. What is
     * done stays done, so it is asked last.
     */
    public Map<String, String> undone() {
        Map<String, String> undone = new TreeMap<>();
        contracts.operations().stream()
                .filter(operation -> !operation.startsWith("GET "))
                .forEach(operation -> undone.put(operation, "nobody may"));
        for (String role : contracts.roles()) {
            List<String> next = undone.keySet().stream()
                    .filter(operation -> contracts.carries(role, action(operation)))
                    .toList();
            if (!next.isEmpty()) {
                setting.hold(role);
                next.forEach(operation -> done(role, operation, undone));
            }
        }
        return undone;
    }

    private void done(String role, String operation, Map<String, String> undone) {
        Deed deed = setting.deed(operation);
        String revision = Long.toString(setting.revision(operation, deed.things()));
        Caller.Answer answer = ask(operation, deed.things(), null, revision, deed.body());
        shown(role, answer).forEach(id -> shown.add(role + " " + operation + " shows " + id));
        if (answer.status() / 100 == 2) {
            undone.remove(operation);
            made.putAll(deed.things());
        } else {
            undone.put(operation, role + ": " + answer);
        }
    }

    /** Ids that the contract has and no request of the setting. */
    public List<String> untried() {
        List<String> untried = new ArrayList<>();
        for (String operation : contracts.operations()) {
            Set<String> tried = slots(operation).stream()
                    .map(slot -> slot.at().replaceAll("\\[\\d+]", "[]"))
                    .collect(Collectors.toSet());
            openApi.ids(operation).stream()
                    .filter(id -> !tried.contains(id))
                    .forEach(id -> untried.add(operation + ": " + id));
        }
        return untried;
    }

    /**
     * Where the running service differs from what roles are said to carry and to reach.
     *
     * @param carries which role carries which action
     */
    public List<String> disagreements(BiPredicate<String, String> carries) {
        List<String> wrong = new ArrayList<>();
        doors(null, (role, action) -> false, wrong);
        contracts.roles().forEach(role -> doors(role, carries, wrong));
        told("doors of every role");
        return wrong;
    }

    /** The same for one role. */
    public List<String> disagreements(String role, BiPredicate<String, String> carries) {
        List<String> wrong = new ArrayList<>();
        doors(role, carries, wrong);
        return wrong;
    }

    private void doors(@Nullable String role, BiPredicate<String, String> carries, List<String> wrong) {
        setting.hold(role);
        for (String operation : contracts.operations()) {
            String action =
                    contracts.actionOf(method(operation), path(operation)).orElseThrow();
            boolean isLetIn = action.equals("self.read") || (role != null && carries.test(role, action));
            if (!isLetIn || role == null) {
                int answered = ask(operation, own(), null, UNKNOWN).status();
                if (isLetIn ? answered != 200 : answered != 403) {
                    wrong.add(role + " " + operation + ": " + answered);
                }
            } else {
                outside(role, operation, wrong);
                inside(role, operation, wrong);
                cursors(role, operation, wrong);
            }
        }
    }

    private void inside(String role, String operation, List<String> wrong) {
        boolean isOfAThing =
                slots(operation).stream().anyMatch(slot -> slot.at().startsWith("path "));
        for (Where where : Where.values()) {
            if (setting.reaches(role, where) && (isOfAThing || where == Where.OWN)) {
                Caller.Answer answer = ask(operation, things(where), null, UNKNOWN);
                boolean let = answer.status() < 500
                        && !Set.of(401, 403).contains(answer.status())
                        && (answer.status() != 404 || setting.isLetInUnknown(operation));
                if (!let || (operation.startsWith("GET ") && answer.status() >= 400 && answer.status() != 404)) {
                    wrong.add(role + " " + operation + " " + where + ": " + answer.status() + " inside");
                }
                if (answer.status() < 300) {
                    shown(role, answer).forEach(id -> wrong.add(role + " " + operation + " shows " + id));
                }
                toldBy(operation, answer);
            }
        }
    }

    private static boolean tells(Caller.Answer answer) {
        JsonNode body = answer.body();
        return body.has("items")
                ? !body.path("items").isEmpty()
                : !body.has("total") || body.path("total").asLong() > 0;
    }

    private void outside(String role, String operation, List<String> wrong) {
        List<Slot> slots = slots(operation);
        List<List<Slot>> ways = new ArrayList<>();
        slots.forEach(slot -> ways.add(List.of(slot)));
        List<Slot> inPath =
                slots.stream().filter(slot -> slot.at().startsWith("path ")).toList();
        if (inPath.size() > 1) {
            ways.add(inPath);
        }
        // Asked for again only when something was done: what is refused changes nothing.
        String revision = revision(operation);
        for (List<Slot> way : ways) {
            boolean isSecret = way.stream().allMatch(slot -> setting.isSecret(slot.kind()));
            Caller.Answer unknown = null;
            for (Where where : Where.values()) {
                if (setting.reaches(role, where) || way.stream().anyMatch(slot -> isOwn(slot, where))) {
                    continue;
                }
                String what = role + " " + operation + " " + where + " "
                        + way.stream().map(Slot::at).toList();
                Caller.Answer foreign = ask(operation, way, things(where), revision);
                if (foreign.status() < 400) {
                    revision = revision(operation);
                    shown(role, foreign).forEach(id -> wrong.add(what + " shows " + id));
                }
                if (isSecret && !isAFilterFromAbove(way, where)) {
                    if (unknown == null) {
                        unknown = ask(operation, way, nobodys, revision);
                    }
                    if (!bare(foreign, things(where)).equals(bare(unknown, nobodys))) {
                        wrong.add(what + ": " + foreign + " instead of " + unknown);
                    } else if (way.getFirst().at().startsWith("path ") && foreign.status() != 404) {
                        wrong.add(what + ": " + foreign.status() + " instead of 404");
                    }
                } else if (!isSecret && foreign.status() < 400 && !setting.isOfNoUnit(operation)) {
                    wrong.add(what + ": " + foreign.status() + " outside");
                }
            }
        }
    }

    /** Below the unit above lies the own one too: such a list is not empty and shows what is in reach. */
    private static boolean isAFilterFromAbove(List<Slot> way, Where where) {
        Slot slot = way.getFirst();
        return where == Where.PARENT && slot.kind().equals("unit") && slot.at().startsWith("query ");
    }

    /** What an answer tells of things that do not exist for the role. */
    private List<String> shown(String role, Caller.Answer answer) {
        List<String> shown = new ArrayList<>();
        String text = answer.body().toString();
        for (Where where : Where.values()) {
            things(where).forEach((kind, id) -> {
                if (!setting.reaches(role, where)
                        && setting.isSecret(kind)
                        && !kind.equals("unit")
                        && !id.equals(own().get(kind))
                        && text.contains(id)) {
                    shown.add(kind + " " + where);
                }
            });
        }
        return shown;
    }

    private boolean isOwn(Slot slot, Where where) {
        String id = things(where).get(slot.kind());
        return id == null || id.equals(own().get(slot.kind()));
    }

    /** A cursor says where a list goes on; whoever it was made for, it opens nothing. */
    private void cursors(String role, String operation, List<String> wrong) {
        if (!openApi.parameters(operation, "query").contains("cursor")) {
            return;
        }
        String made = cursorOf(operation);
        if (made.isEmpty()) {
            return;
        }
        shown(role, asked(caller().get(own(operation, "limit=200&cursor=" + made))))
                .forEach(id -> wrong.add(role + " " + operation + " by a cursor shows " + id));
    }

    /** The first cursor of somebody who reaches everything, for a list as it is asked for at the own place. */
    private String cursorOf(String operation) {
        return cursors.computeIfAbsent(
                operation,
                any -> setting.widest()
                        .get(own(operation, "limit=1"))
                        .body()
                        .path("next")
                        .asString(""));
    }

    /** Lists of which a cursor of somebody else was tried. */
    public Set<String> withCursors() {
        return cursors.keySet().stream()
                .filter(operation -> !cursorOf(operation).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // Requests

    private Caller.Answer ask(String operation, List<Slot> way, Map<String, String> ids, String revision) {
        Map<String, String> placed = new LinkedHashMap<>();
        way.forEach(slot -> placed.put(slot.at(), ids.getOrDefault(slot.kind(), "none")));
        return ask(operation, own(), placed, revision);
    }

    /** Which revision a write at the own place names now; a reading names none. */
    private String revision(String operation) {
        return operation.startsWith("GET ") ? UNKNOWN : Long.toString(setting.revision(operation, own()));
    }

    private Caller.Answer ask(
            String operation, Map<String, String> ids, @Nullable Map<String, String> placed, String revision) {
        Object body = openApi.takesAWorkbook(operation)
                ? Books.of("Không có", List.of(List.of("Cột")))
                : method(operation).equals("GET") ? null : setting.body(operation);
        return ask(operation, ids, placed, revision, body);
    }

    private Caller.Answer ask(
            String operation,
            Map<String, String> ids,
            @Nullable Map<String, String> placed,
            String revision,
            @Nullable Object template) {
        Map<String, String> instead = placed == null ? Map.of() : placed;
        StringBuilder path = new StringBuilder(asking(operation, ids, instead));
        instead.forEach((at, id) -> {
            String name = at.startsWith("query ") ? at.substring(6) : "";
            if (!name.isEmpty() && !idsAskedFor(operation).contains(name)) {
                path.append(path.indexOf("?") < 0 ? "?" : "&")
                        .append(name)
                        .append("=")
                        .append(id);
            }
        });
        if (template instanceof byte[] file) {
            path.append(path.indexOf("?") < 0 ? "?" : "&").append(setting.saidOfAFile(operation));
            return asked(caller().send(path.toString(), openApi.takesAFile(operation), file));
        }
        if (method(operation).equals("GET")) {
            return asked(caller().get(path.toString()));
        }
        Object body = template == null ? null : filled(JSON.valueToTree(template), "body ", ids, instead);
        return asked(caller().ask(
                        method(operation),
                        path.toString(),
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    private Caller.Answer asked(Caller.Answer answer) {
        asked++;
        return answer;
    }

    private Set<String> idsAskedFor(String operation) {
        Set<String> names = new TreeSet<>(openApi.idsAskedFor(operation));
        names.addAll(setting.askedForToo(operation));
        return names;
    }

    /** The address with the ids without which it is not asked. */
    private String asking(String operation, Map<String, String> ids, Map<String, String> instead) {
        String query = idsAskedFor(operation).stream()
                .map(name -> {
                    String at = "query " + name;
                    return name + "="
                            + instead.getOrDefault(at, ids.getOrDefault(setting.kindOf(operation, at), "none"));
                })
                .collect(Collectors.joining("&"));
        return filled(operation, ids, instead) + (query.isEmpty() ? "" : "?" + query);
    }

    /** The list as it is asked for at the own place, with one more parameter, as {@code limit=1}. */
    private String own(String operation, String parameter) {
        String address = asking(operation, own(), Map.of());
        return parameter.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private String filled(String operation, Map<String, String> ids, Map<String, String> instead) {
        return Arrays.stream(path(operation).split("/", -1))
                .map(part -> {
                    if (!part.startsWith("{")) {
                        return part;
                    }
                    String name = part.substring(1, part.length() - 1);
                    String at = "path " + name;
                    String kind = openApi.ids(operation).contains(at) ? setting.kindOf(operation, at) : "";
                    if (kind.isEmpty()) {
                        return ids.containsKey(name) ? ids.getOrDefault(name, "") : setting.valueOf(operation, name);
                    }
                    return instead.getOrDefault(at, ids.getOrDefault(kind, "none"));
                })
                .collect(Collectors.joining("/"));
    }

    private static JsonNode filled(JsonNode node, String at, Map<String, String> ids, Map<String, String> instead) {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = JSON.createObjectNode();
            object.forEachEntry((name, value) ->
                    filled.set(name, filled(value, at + (at.endsWith(" ") ? "" : ".") + name, ids, instead)));
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = JSON.createArrayNode();
            for (int i = 0; i < array.size(); i++) {
                filled.add(filled(array.get(i), at + "[" + i + "]", ids, instead));
            }
            return filled;
        }
        String kind = kindIn(node);
        return kind == null
                ? node
                : JSON.getNodeFactory().stringNode(instead.getOrDefault(at, ids.getOrDefault(kind, "none")));
    }

    private static @Nullable String kindIn(JsonNode node) {
        String text = node.isString() ? node.asString() : "";
        return text.matches("\\{\\w+}") ? text.substring(1, text.length() - 1) : null;
    }

    private List<Slot> slots(String operation) {
        List<Slot> slots = new ArrayList<>();
        for (String id : openApi.ids(operation)) {
            if (!id.startsWith("body ")) {
                String kind = setting.kindOf(operation, id);
                if (!kind.isEmpty()) {
                    slots.add(new Slot(id, kind));
                }
            }
        }
        Object template = setting.body(operation);
        if (template != null) {
            slotsIn(JSON.valueToTree(template), "body ", slots);
        }
        return slots;
    }

    private static void slotsIn(JsonNode node, String at, List<Slot> slots) {
        if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> slotsIn(value, at + (at.endsWith(" ") ? "" : ".") + name, slots));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                slotsIn(array.get(i), at + "[" + i + "]", slots);
            }
        } else {
            String kind = kindIn(node);
            if (kind != null) {
                slots.add(new Slot(at, kind));
            }
        }
    }

    /** An answer without the ids that were asked for and without what no two answers share. */
    private static String bare(Caller.Answer answer, Map<String, String> ids) {
        String text = answer.status() + " " + answer.etag() + " "
                + answer.body().toString().replaceAll("\"traceId\":\"[^\"]*\"", "");
        for (String id : ids.values()) {
            text = text.replace(id, "#");
        }
        return text;
    }

    private Map<String, String> own() {
        return things(Where.OWN);
    }

    private Map<String, String> things(Where where) {
        return things.getOrDefault(where, Map.of());
    }

    private static String method(String operation) {
        return operation.substring(0, operation.indexOf(' '));
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }
}
