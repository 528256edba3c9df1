package opencadre.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a story as the people it names: from a seat that is foreseen vacant to the day on which somebody sits in it,
 * and back. Every step first looks at what stands, so a story that was cut short is played on; edit the file to play
 * another seat, other people and other votes.
 *
 * <p>Errors: {@link Unavailable} where a service refuses what the story has to do.
 */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LAST_STEP = 5;

    private final JsonNode told;
    private final Function<String, Officer> signIn;
    private final Map<String, Officer> signedIn = new HashMap<>();
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();

    private Story(JsonNode told, Function<String, Officer> signIn, PrintStream out) {
        this.told = told;
        this.signIn = signIn;
        this.out = out;
    }

    /**
     * Plays it and says how it goes; the answer is what did not come out as it must.
     *
     * @param file as {@code deploy/demo/data/story.json}
     */
    static List<String> play(String gateway, Path file, Path accountsFile, PrintStream out) {
        Map<String, Accounts.Account> accounts =
                Accounts.in(accountsFile).stream().collect(Collectors.toMap(Accounts.Account::username, each -> each));
        Story story = new Story(
                read(file),
                name -> Officer.signedIn(
                        gateway,
                        Optional.ofNullable(accounts.get(name))
                                .orElseThrow(() -> new Unavailable("This realm has no account " + name + "."))),
                out);
        story.play();
        return story.wrong;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new Unavailable("This is no story: " + file + " (" + e.getMessage() + ")");
        }
    }

    private void play() {
        JsonNode seat = seat();
        String seatId = seat.path("id").asString();
        String chosen = chosen(seatId);
        if (decision(chosen, "RESCINDED").isPresent()) {
            say("The story has been played to its end: ./run --fresh begins anew.");
            return;
        }
        if (decision(chosen, "ISSUED").isEmpty()) {
            vacancy(seatId);
            certificate(seatId, chosen);
            procedure(seatId, chosen);
            decisions(seat, chosen);
        }
        dayComes(seatId, chosen);
        corrected(seatId, chosen);
        rescinded(chosen);
    }

    // 1 and 2: what is foreseen, and what the law says of each who is planned

    private void vacancy(String seatId) {
        JsonNode seat = planned(seatId);
        say("1. " + seat.path("title").asString() + ", " + seat.path("unitName").asString() + ": vacant from "
                + seat.path("vacantFrom").asString("?") + " ("
                + seat.path("vacancyReason").asString("?") + "), " + names(seat.path("planned"))
                + " are planned");
        check("a vacancy is foreseen", !seat.path("vacantFrom").isMissingNode());
        for (JsonNode verdict : verdicts(seatId)) {
            say("2. " + verdict.path("personName").asString() + ": "
                    + verdict.path("overall").asString() + sayings(verdict));
        }
    }

    private static String sayings(JsonNode verdict) {
        return verdict.path("criteria")
                .valueStream()
                .filter(criterion -> !criterion.path("outcome").asString().equals("PASS"))
                .map(criterion ->
                        "\n     " + criterion.path("actual").path("vi").asString() + "; "
                                + criterion.path("turns").path("vi").asString("") + " (" + article(criterion) + ")")
                .collect(Collectors.joining());
    }

    private static String article(JsonNode criterion) {
        JsonNode basis = criterion.path("bases").path(0);
        String article = basis.path("article").asString("");
        String unconfirmed = criterion.path("confidence").asString().equals("CONFIRMED") ? "" : ", unconfirmed";
        return (article + " " + basis.path("regulation").asString("")).strip() + unconfirmed;
    }

    // 3: the school

    private void certificate(String seatId, String chosen) {
        JsonNode paper = told.path("certificate");
        String path = "/api/training/people/" + chosen + "/certificates";
        JsonNode standing = numbered(path, paper.path("number").asString());
        if (standing.isMissingNode()) {
            standing = as("school")
                    .post(path, paper, key())
                    .orEnd("The certificate")
                    .body();
            say("3. the school has entered " + paper.path("number").asString());
        }
        long begin = System.nanoTime();
        if (standing.path("state").asString().equals("ENTERED")) {
            as("verifier")
                    .post(
                            path + "/" + standing.path("id").asString() + "/verify",
                            Map.of(),
                            key(standing.path("revision").asLong()))
                    .orEnd("The verification");
        }
        check(
                "the verdict turns by itself",
                eventually(() ->
                        !verdict(seatId, chosen).path("overall").asString().equals("FAIL")));
        say("   a second person has verified it, and the verdict says "
                + verdict(seatId, chosen).path("overall").asString() + " after "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
    }

    private JsonNode numbered(String path, String number) {
        return as("school")
                .get(path)
                .orEnd("The certificates")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("number").asString().equals(number))
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    // 4: the five steps

    private void procedure(String seatId, String chosen) {
        if (nomination(chosen, "DRAFT").isPresent()
                || nomination(chosen, "ISSUED").isPresent()) {
            return;
        }
        String id = planned(seatId).path("procedureId").asString("");
        if (id.isEmpty()) {
            List<String> candidates = Stream.of(verdicts(seatId))
                    .flatMap(List::stream)
                    .filter(verdict -> !verdict.path("overall").asString().equals("FAIL"))
                    .map(verdict -> verdict.path("personId").asString())
                    .toList();
            id = as("officer")
                    .post(
                            "/api/planning/procedures",
                            Map.of("seatId", seatId, "requestedOn", today().toString(), "candidates", candidates),
                            key())
                    .orEnd("The procedure")
                    .body()
                    .path("id")
                    .asString();
            say("4. the five steps are opened with " + candidates.size() + " candidates");
        }
        if (state(id).equals("POLICY")) {
            act(
                    "leader",
                    id,
                    "policy-approval",
                    Map.of(
                            "approvedOn",
                            today().toString(),
                            "decision",
                            told.path("policy").asString()));
            say("   somebody else has approved the policy, "
                    + told.path("policy").asString());
        }
        papers(id, chosen);
        for (int number = 1; number <= LAST_STEP; number++) {
            if (!step(id, number).path("state").asString().equals("HELD")) {
                act("officer", id, "steps/" + number, Map.of("meeting", meeting(number, chosen)));
                JsonNode ruling = step(id, number).path("ruling");
                say("   step " + number + ": " + ruling.path("result").asString() + ", "
                        + ruling.path("said").path("vi").asString(""));
            }
        }
        check(
                "the next commune sees nothing of it",
                as("neighbour").get("/api/planning/procedures/" + id).status() == 404);
        if (state(id).equals("STEPS")) {
            act("leader", id, "conclude", Map.of("concludedOn", today().toString()));
        }
        check("it is concluded", state(id).equals("CONCLUDED"));
        say("   concluded by somebody else; the record has "
                + as("officer")
                        .get("/api/planning/procedures/" + id + "/record")
                        .orEnd("The record")
                        .body()
                        .path("entries")
                        .size()
                + " linked entries");
    }

    private void papers(String id, String chosen) {
        JsonNode candidate = procedureOf(id)
                .path("candidates")
                .valueStream()
                .filter(each -> each.path("personId").asString().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Unavailable("The chosen person is no candidate."));
        List<String> there = candidate
                .path("documents")
                .valueStream()
                .map(paper -> paper.path("kind").asString())
                .toList();
        for (JsonNode paper : told.path("papers")) {
            if (!there.contains(paper.path("kind").asString())) {
                Map<String, Object> body = new LinkedHashMap<>(Map.of("personId", chosen));
                paper.propertyStream().forEach(field -> body.put(field.getKey(), field.getValue()));
                act("officer", id, "documents", body);
            }
        }
    }

    /** The tallies as told; the votes are the chosen person's. */
    private Map<String, Object> meeting(int number, String chosen) {
        Map<String, Object> meeting = new LinkedHashMap<>(Map.of("heldOn", today().toString()));
        told.path("steps")
                .path(number - 1)
                .propertyStream()
                .forEach(field -> meeting.put(field.getKey(), field.getValue()));
        if (meeting.get("votes") instanceof JsonNode votes) {
            meeting.put("votes", List.of(Map.of("personId", chosen, "count", votes.asInt())));
        }
        return meeting;
    }

    private void act(String role, String id, String what, Object body) {
        as(role).post(
                        "/api/planning/procedures/" + id + "/" + what,
                        body,
                        key(procedureOf(id).path("revision").asLong()))
                .orEnd(what);
    }

    private String state(String id) {
        return procedureOf(id).path("state").asString();
    }

    private JsonNode step(String id, int number) {
        return procedureOf(id).path("steps").path(number - 1);
    }

    private JsonNode procedureOf(String id) {
        return as("officer")
                .get("/api/planning/procedures/" + id)
                .orEnd("The procedure")
                .body();
    }

    // 5: the papers, and their day

    private void decisions(JsonNode seat, String chosen) {
        check(
                "the conclusion waits as a decision",
                eventually(() -> nomination(chosen, "DRAFT").isPresent()
                        || nomination(chosen, "ISSUED").isPresent()));
        JsonNode holder = seat.path("heldBy").path(0);
        String from = planned(seat.path("id").asString()).path("vacantFrom").asString();
        if (!holder.isMissingNode()
                && numberedDecision(holder, told.path("retirement")).isEmpty()) {
            Answer drafted = as("officer")
                    .post(
                            "/api/personnel/decisions",
                            Map.of(
                                    "kind",
                                    "RETIRE",
                                    "effects",
                                    List.of(Map.of(
                                            "personId",
                                            holder.path("personId").asString(),
                                            "act",
                                            "END",
                                            "assignmentId",
                                            holder.path("assignmentId").asString(),
                                            "effectiveFrom",
                                            from))),
                            key())
                    .orEnd("The retirement");
            check(
                    "who drafted does not issue",
                    issue("officer", drafted.body(), told.path("retirement").asString(), from)
                                    .status()
                            == 422);
            issue("second", drafted.body(), told.path("retirement").asString(), from)
                    .orEnd("The retirement");
            say("5. " + told.path("retirement").asString()
                    + ": the holder retires, drafted by one and issued by another");
        }
        String seatId = seat.path("id").asString();
        List<String> before = holders(seatId);
        nomination(chosen, "DRAFT")
                .ifPresent(
                        draft -> issue("officer", draft, told.path("nomination").asString(), today().toString())
                                .orEnd("The nomination"));
        check("whoever is presented holds nothing more by that", holders(seatId).equals(before));
        say("5. " + told.path("nomination").asString() + ": the committee presents "
                + told.path("chosen").asString());
        JsonNode draft = decision(chosen, "DRAFT").orElseGet(() -> elected(seat, chosen, from));
        issue("officer", draft, told.path("election").asString(), from).orEnd("The election");
        say("5. " + told.path("election").asString() + ": elected by the council, in force from " + from);
    }

    /** As the minutes of the council say, which come from the commune. */
    private JsonNode elected(JsonNode seat, String chosen, String from) {
        List<Map<String, Object>> effects = new ArrayList<>();
        effects.add(Map.of(
                "personId", chosen, "act", "START", "seatId", seat.path("id").asString(), "effectiveFrom", from));
        mainPosts(chosen, seat.path("tree").asString(), from)
                .forEach(post -> effects.add(
                        Map.of("personId", chosen, "act", "END", "assignmentId", post, "effectiveFrom", from)));
        return as("commune")
                .post("/api/personnel/decisions", Map.of("kind", "ELECT", "effects", effects), key())
                .orEnd("The election")
                .body();
    }

    private List<String> mainPosts(String person, String tree, String day) {
        return as("officer")
                .get("/api/personnel/people/" + person)
                .orEnd("The person")
                .body()
                .path("assignments")
                .valueStream()
                .filter(post -> post.path("tree").asString().equals(tree)
                        && !post.path("concurrent").asBoolean()
                        && post.path("validTo").asString("9999").compareTo(day) > 0)
                .map(post -> post.path("id").asString())
                .toList();
    }

    /** Effects that give a post begin on the day; those that end one follow. */
    private Answer issue(String role, JsonNode draft, String number, String from) {
        return as(role).post(
                        "/api/personnel/decisions/" + draft.path("id").asString() + "/issue",
                        Map.of(
                                "number",
                                number,
                                "signedOn",
                                today().toString(),
                                "authority",
                                told.path("authority").asString(),
                                "effects",
                                draft.path("effects")
                                        .valueStream()
                                        .map(effect -> Map.of(
                                                "effectId", effect.path("id").asString(), "effectiveFrom", from))
                                        .toList()),
                        key(draft.path("revision").asLong()));
    }

    private void dayComes(String seatId, String chosen) {
        LocalDate day = start(chosen);
        if (!today().isBefore(day)) {
            return;
        }
        List<String> before = holders(seatId);
        advance(day.minusDays(1));
        check("the day before, nothing has changed", holders(seatId).equals(before) && !isFulfilled(chosen));
        advance(day);
        check("on " + day + " seat, plan and the school's copy are right", eventually(() -> isIn(seatId, chosen)));
        say("   " + day.minusDays(1) + ": " + before + " holds the seat; " + day + ": " + holders(seatId));
    }

    // 6: put right, then taken back

    private void corrected(String seatId, String chosen) {
        JsonNode standing = decision(chosen, "ISSUED").orElseThrow();
        if (standing.path("revision").asLong() > 2) {
            return;
        }
        String id = standing.path("id").asString();
        LocalDate day =
                start(chosen).plusDays(told.path("correction").path("days").asInt());
        List<Map<String, Object>> effects = new ArrayList<>();
        for (JsonNode effect : standing.path("effects")) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            for (String field : List.of("personId", "act", "termMonths", "until", "acting", "concurrent")) {
                if (!effect.path(field).isMissingNode()) {
                    wanted.put(field, effect.path(field));
                }
            }
            boolean starts = effect.path("act").asString().equals("START");
            String what = starts ? "seatId" : "assignmentId";
            wanted.put(what, effect.path(what));
            wanted.put(
                    "effectiveFrom",
                    starts ? day.toString() : effect.path("effectiveFrom").asString());
            effects.add(wanted);
        }
        as("officer")
                .put(
                        "/api/personnel/decisions/" + id,
                        Map.of(
                                "kind", standing.path("kind"),
                                "number", standing.path("number"),
                                "signedOn", standing.path("signedOn"),
                                "effects", effects,
                                "reason", told.path("correction").path("reason").asString()),
                        Map.of("If-Match", "\"" + standing.path("revision").asLong() + "\""))
                .orEnd("The correction");
        boolean early = today().isBefore(day);
        check("the corrected day is right everywhere", eventually(() -> isIn(seatId, chosen) != early));
        say("6. corrected: in force from " + day + "; on " + today() + " the seat is held by " + holders(seatId));
    }

    private void rescinded(String chosen) {
        JsonNode standing = decision(chosen, "ISSUED").orElseThrow();
        String id = standing.path("id").asString();
        as("officer")
                .post(
                        "/api/personnel/decisions/" + id + "/rescind",
                        Map.of(
                                "number", told.path("rescission").path("number").asString(),
                                "signedOn", today().toString(),
                                "reason", told.path("rescission").path("reason").asString()),
                        key(standing.path("revision").asLong()))
                .orEnd("The rescission");
        check(
                "the plan stands again as if it had not been fulfilled",
                eventually(() ->
                        !isFulfilled(chosen) && plan(chosen).path("endsOn").isMissingNode()));
        say("6. rescinded: the plan stands again, and the history has "
                + as("officer")
                        .get("/api/personnel/decisions/" + id + "/history")
                        .orEnd("The history")
                        .body()
                        .path("items")
                        .size()
                + " beliefs");
    }

    // what stands

    private JsonNode seat() {
        String unit = as("officer")
                .get("/api/personnel/units")
                .orEnd("The units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("agencyCode")
                        .asString("")
                        .equals(told.path("seat").path("unit").asString()))
                .findFirst()
                .orElseThrow(() -> new Unavailable("There is no unit of the story."))
                .path("id")
                .asString();
        return as("officer")
                .get("/api/personnel/seats?unitId=" + unit)
                .orEnd("The seats")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("title")
                        .path("code")
                        .asString()
                        .equals(told.path("seat").path("title").asString()))
                .findFirst()
                .orElseThrow(() -> new Unavailable("There is no seat of the story."));
    }

    private String chosen(String seatId) {
        String name = told.path("chosen").asString();
        return as("officer")
                .get("/api/personnel/people?q=" + name.replace(' ', '+'))
                .orEnd("The people")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("fullName").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unavailable("Nobody is called " + name + " for the seat " + seatId + "."))
                .path("id")
                .asString();
    }

    private JsonNode planned(String seatId) {
        return as("officer")
                .get("/api/planning/seats/" + seatId)
                .orEnd("The seat")
                .body();
    }

    private List<JsonNode> verdicts(String seatId) {
        return as("officer")
                .get("/api/planning/seats/" + seatId + "/verdicts")
                .orEnd("The verdicts")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode verdict(String seatId, String person) {
        return as("officer")
                .get("/api/planning/seats/" + seatId + "/verdicts/" + person)
                .orEnd("The verdict")
                .body();
    }

    /** What the procedure became: the chosen person is presented for election. */
    private Optional<JsonNode> nomination(String chosen, String state) {
        return decision(chosen, state, "NOMINATE")
                .filter(each -> each.path("procedureId").isString());
    }

    /** The election of the chosen person in a state. */
    private Optional<JsonNode> decision(String chosen, String state) {
        return decision(chosen, state, "ELECT");
    }

    private Optional<JsonNode> decision(String chosen, String state, String kind) {
        return as("officer")
                .get("/api/personnel/decisions?state=" + state + "&person=" + chosen)
                .orEnd("The decisions")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("kind").asString().equals(kind))
                .map(each -> as("officer")
                        .get("/api/personnel/decisions/" + each.path("id").asString())
                        .orEnd("The decision")
                        .body())
                .findFirst();
    }

    private Optional<JsonNode> numberedDecision(JsonNode holder, JsonNode number) {
        return as("officer")
                .get("/api/personnel/decisions?state=ISSUED&person="
                        + holder.path("personId").asString())
                .orEnd("The decisions")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("number").equals(number))
                .findFirst();
    }

    private LocalDate start(String chosen) {
        return decision(chosen, "ISSUED")
                .orElseThrow()
                .path("effects")
                .valueStream()
                .filter(effect -> effect.path("act").asString().equals("START"))
                .map(effect -> LocalDate.parse(effect.path("effectiveFrom").asString()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isIn(String seatId, String chosen) {
        String title = planned(seatId).path("title").asString();
        boolean atSchool = as("officer")
                .get("/api/training/people/" + chosen)
                .orEnd("The school's copy")
                .body()
                .path("posts")
                .valueStream()
                .anyMatch(post -> post.path("title").asString().equals(title));
        boolean here = planned(seatId)
                .path("holders")
                .valueStream()
                .anyMatch(holder -> holder.path("personId").asString().equals(chosen));
        return atSchool && here && isFulfilled(chosen);
    }

    private boolean isFulfilled(String chosen) {
        return plan(chosen).path("state").asString().equals("FULFILLED");
    }

    private JsonNode plan(String chosen) {
        return as("officer")
                .get("/api/planning/plan-entries?personId=" + chosen)
                .orEnd("The plan")
                .body()
                .path("items")
                .path(0);
    }

    private List<String> holders(String seatId) {
        return planned(seatId)
                .path("holders")
                .valueStream()
                .map(holder -> holder.path("personName").asString())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.parse(as("officer")
                .get("/api/personnel/me")
                .orEnd("The legal day")
                .body()
                .path("legalDay")
                .asString());
    }

    private void advance(LocalDate day) {
        signedIn.computeIfAbsent(DemoLoad.ADMINISTRATOR, signIn)
                .put("/api/personnel/legal-day", Map.of("day", day.toString()))
                .orEnd("The legal day");
        eventually(() ->
                planned(seat().path("id").asString()).path("asOf").asString().equals(day.toString()));
    }

    private Officer as(String role) {
        return signedIn.computeIfAbsent(told.path("accounts").path(role).asString(), signIn);
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Map<String, String> key(long revision) {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + revision + "\"");
    }

    private static String names(JsonNode planned) {
        return planned.valueStream()
                .map(each -> each.path("personName").asString())
                .collect(Collectors.joining(", "));
    }

    private static boolean eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Officer.pause(Duration.ofMillis(200));
        }
        return true;
    }

    private void check(String what, boolean right) {
        if (!right) {
            wrong.add(what);
            out.println("   WRONG: " + what);
        }
    }

    private void say(String sentence) {
        out.println(sentence);
    }
}
