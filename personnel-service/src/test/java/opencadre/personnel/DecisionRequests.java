package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import opencadre.kit.time.AdvancedDay;
import opencadre.local.Await;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What requests about a decision look like, in a house whose legal day may be moved. */
@TestPropertySource(properties = "opencadre.legal-day-begins=2026-11-24")
abstract class DecisionRequests extends PersonRequests {

    static final Owner PLANNING = new Owner("personnel");
    static final String DECISIONS = "/api/personnel/decisions";
    static final String WORK = "/api/personnel/work-items?limit=200";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate DAY = TODAY.plusDays(10);

    @Autowired
    private AdvancedDay days;

    @AfterEach
    void comeBack() {
        days.forget();
    }

    final void advance(LocalDate day) {
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/legal-day", Map.of("day", day.toString()))
                        .status())
                .isEqualTo(200);
    }

    static void await(BooleanSupplier condition) {
        assertThat(Await.until(Duration.ofSeconds(30), condition)).as("in time").isTrue();
    }

    /** Publishes that a procedure chose somebody. */
    static void concluded(UUID procedure, long revision, String person, String seat) {
        PLANNING.send(
                "planning.procedure.v1",
                procedure.toString(),
                revision,
                Map.ofEntries(
                        Map.entry("procedureId", procedure.toString()),
                        Map.entry("revision", revision),
                        Map.entry("recordedAt", "2026-11-20T01:00:00Z"),
                        Map.entry("because", "concluded"),
                        Map.entry("kind", "APPOINT"),
                        Map.entry("regime", "CADRE"),
                        Map.entry("seatId", seat),
                        Map.entry("personId", person),
                        Map.entry("concludedOn", "2026-11-20"),
                        Map.entry("ruleVersion", "377-QĐ/TW@2025-10-08"),
                        Map.entry("lawDay", "2026-11-01"),
                        Map.entry("proof", Map.of("algorithm", "SHA-256", "head", "0".repeat(64), "entries", 11))));
    }

    /** The draft that a conclusion about the person becomes. */
    final JsonNode conclusion(String person, String seat) {
        concluded(UUID.randomUUID(), 1, person, seat);
        await(() -> !about(OFFICER, person).isEmpty());
        return about(OFFICER, person).getFirst();
    }

    final List<JsonNode> about(String username, String person) {
        Caller.Answer answer = as(username).get(DECISIONS + "?limit=200&person=" + person);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    static Map<String, Object> starting(String person, String seat) {
        return new HashMap<>(Map.of("personId", person, "act", "START", "seatId", seat));
    }

    static Map<String, Object> ending(String person, String post) {
        return new HashMap<>(Map.of("personId", person, "act", "END", "assignmentId", post));
    }

    static Map<String, Object> nominating(String person, String seat) {
        return new HashMap<>(Map.of("personId", person, "act", "NOMINATE", "seatId", seat));
    }

    static Map<String, Object> content(String kind, List<?> effects) {
        return new HashMap<>(Map.of("kind", kind, "effects", effects));
    }

    final Caller.Answer draft(String username, Map<String, Object> content) {
        return as(username).ask("POST", DECISIONS, content, "Idempotency-Key", key());
    }

    static Map<String, Object> signature(String number, JsonNode decision, LocalDate day) {
        List<Map<String, String>> effects = new ArrayList<>();
        decision.path("effects")
                .forEach(effect ->
                        effects.add(Map.of("effectId", effect.path("id").asString(), "effectiveFrom", day.toString())));
        return new HashMap<>(Map.of(
                "number",
                number,
                "signedOn",
                TODAY.toString(),
                "authority",
                "COMMUNE_PARTY_COMMITTEE",
                "effects",
                effects));
    }

    static String number() {
        return UUID.randomUUID().toString().substring(0, 8) + "-QĐ/ĐU";
    }

    final Caller.Answer act(String username, String act, JsonNode decision, Map<String, ?> body) {
        return as(username)
                .ask(
                        "POST",
                        DECISIONS + "/" + decision.path("id").asString() + "/" + act,
                        body,
                        "If-Match",
                        "\"" + decision.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
    }

    /** Issued by the province's officer from a day on. */
    final JsonNode issued(JsonNode draft, LocalDate day) {
        Map<String, Object> paper = signature(number(), draft, day);
        if (day.isBefore(TODAY)) {
            paper.put("reason", "Có hiệu lực từ trước khi ký");
        }
        Caller.Answer answer = act(OFFICER, "issue", draft, paper);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    final Caller.Answer corrected(String username, JsonNode decision, LocalDate day) {
        return corrected(username, decision, decision.path("signedOn").asString(), day);
    }

    final Caller.Answer corrected(String username, JsonNode decision, String signedOn, LocalDate day) {
        List<Map<String, Object>> effects = new ArrayList<>();
        for (JsonNode effect : decision.path("effects")) {
            String about = effect.path("personId").asString();
            Map<String, Object> same = switch (effect.path("act").asString()) {
                case "START" -> starting(about, effect.path("seatId").asString());
                case "NOMINATE" -> nominating(about, effect.path("seatId").asString());
                case "SUSPEND" ->
                    new HashMap<>(Map.of(
                            "personId",
                            about,
                            "act",
                            "SUSPEND",
                            "assignmentId",
                            effect.path("assignmentId").asString()));
                default -> ending(about, effect.path("assignmentId").asString());
            };
            if (effect.path("act").asString().equals("START") && effect.has("termMonths")) {
                same.put("termMonths", effect.path("termMonths").asInt());
            }
            for (String said : List.of("concurrent", "acting", "direction", "plannedReturn", "local")) {
                if (effect.path("act").asString().equals("START") && effect.has(said)) {
                    same.put(
                            said,
                            effect.path(said).isBoolean()
                                    ? effect.path(said).asBoolean()
                                    : effect.path(said).asString());
                }
            }
            same.put("effectiveFrom", day.toString());
            effects.add(same);
        }
        Map<String, Object> body = content(decision.path("kind").asString(), effects);
        body.put("number", decision.path("number").asString());
        body.put("signedOn", signedOn);
        body.put("reason", "Ngày ghi sai so với bản ký");
        return as(username)
                .ask(
                        "PUT",
                        DECISIONS + "/" + decision.path("id").asString(),
                        body,
                        "If-Match",
                        "\"" + decision.path("revision").asLong() + "\"");
    }

    /** What stands on the paper of a decision. */
    final String words(String username, JsonNode decision) throws IOException {
        byte[] file = file(username, DECISIONS + "/" + decision.path("id").asString() + "/document");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    /** Who holds a seat on a day. */
    final List<String> holders(String seat, LocalDate day) {
        return as(OFFICER)
                .get(SEATS + "/" + seat + "?asOf=" + day)
                .body()
                .path("heldBy")
                .valueStream()
                .map(holder -> holder.path("personId").asString())
                .toList();
    }

    /** Days of a person's posts as {@code from..to}, those in a seat or those in none. */
    final List<String> postDays(String person, boolean inSeat) {
        return as(OFFICER)
                .get(PEOPLE + "/" + person)
                .body()
                .path("assignments")
                .valueStream()
                .filter(post -> post.has("seatId") == inSeat)
                .map(post -> post.path("validFrom").asString() + ".."
                        + post.path("validTo").asString(""))
                .toList();
    }

    final String mainPost(String person) {
        return as(OFFICER)
                .get(PEOPLE + "/" + person)
                .body()
                .path("assignments")
                .path(0)
                .path("id")
                .asString();
    }

    final List<JsonNode> waiting(String username, @Nullable String subjectId) {
        return as(username)
                .get(WORK)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(subjectId))
                .toList();
    }
}
