package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where only pointers are kept: the seat is filled all the same, and nobody's name is here before it is public. */
class PreApprovalIT extends ProcedureRequests {

    private static final String SETTINGS = "/api/planning/pre-approval";
    private static final String SCOPE = "COMMUNE_PARTY_COMMITTEE";
    private final String today =
            LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    private static final Map<String, Object> POINTER =
            Map.of("number", "17/HS-TC", "level", "MAT", "keeper", "Văn thư mật, Ban Tổ chức Tỉnh ủy");

    @AfterEach
    void keepAllAgain() {
        assertThat(say(LEADER, "STORE", today).status()).isEqualTo(200);
    }

    @Test
    void aProcedureOnPaperComesToItsPublicConclusionWithNobodyNamedBefore() throws Exception {
        Official person = candidate("Trịnh Văn Chỉ Dẫn");
        say(LEADER, "POINTER", today);

        String id = pointed(POINTER).body().path("id").asString();

        JsonNode shown = procedure(OFFICER, id);
        assertThat(shown.path("state").asString()).isEqualTo("POINTER");
        assertThat(shown.path("pointer").path("keeper").asString()).contains("Văn thư mật");
        assertThat(shown.path("candidates")).isEmpty();
        assertThat(may(OFFICER, id)).containsExactly("STOP");
        assertThat(may(LEADER, id)).containsExactly("CONCLUDE");
        assertThat(waiting(LEADER)).contains("PROCEDURE_TO_CONCLUDE " + id);
        assertThat(kept(id)).as("nothing of anybody").doesNotContain(person.id.toString());
        for (String step : List.of("steps/1", "documents")) {
            Object body = step.equals("documents") ? document(person, "PHOTO", "2026-09-01") : agreed("2026-11-09");
            assertThat(tried(OFFICER, id, step, body).codes()).contains("procedure-elsewhere");
        }

        Map<String, Object> conclusion = Map.of("concludedOn", "2026-11-20", "personId", person.id.toString());
        assertThat(tried(OFFICER, id, "conclude", conclusion).status()).isEqualTo(403);
        assertThat(tried(LEADER, id, "conclude", Map.of("concludedOn", "2026-11-20"))
                        .fields())
                .containsExactly("personId");
        assertThat(tried(LEADER, id, "conclude", with(conclusion, "concludedOn", "2026-10-31"))
                        .codes())
                .containsExactly("before");
        JsonNode concluded = done(LEADER, id, "conclude", conclusion);

        assertThat(concluded.path("state").asString()).isEqualTo("CONCLUDED");
        assertThat(concluded.path("conclusion").path("overall").asString()).isEqualTo("PASS");
        assertThat(concluded.path("conclusion").path("criteria")).isEmpty();
        assertThat(recomputed(as(OFFICER).get(PROCEDURES + "/" + id + "/record").body(), id))
                .isNotEmpty();
        await(() -> read("SELECT id::text FROM outbox").isEmpty());
    }

    @Test
    void whoFailsAConditionIsRefusedOnPaperToo() {
        Official person = published("Trịnh Văn Chưa Đủ");
        say(LEADER, "POINTER", today);
        String id = pointed(POINTER).body().path("id").asString();

        Caller.Answer refused =
                tried(LEADER, id, "conclude", Map.of("concludedOn", "2026-11-20", "personId", person.id.toString()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("findings").path(0).path("article").asString())
                .isNotEmpty();
        assertThat(tried(
                                LEADER,
                                id,
                                "conclude",
                                Map.of(
                                        "concludedOn",
                                        "2026-11-20",
                                        "personId",
                                        UUID.randomUUID().toString()))
                        .codes())
                .containsExactly("chosen-not-visible");
    }

    @Test
    void namesAreRefusedBeforeAnApprovalWhereOnlyAPointerIsKept() {
        Official person = candidate("Trịnh Văn Kín");
        Official other = published("Trịnh Văn Kín Hơn");
        say(LEADER, "POINTER", today);

        Caller.Answer opened = open(OFFICER, chair, "2026-11-02", List.of(person.id));
        assertThat(opened.codes()).containsExactly("pointer-only");
        assertThat(opened.fields()).containsExactly("pointer");
        Caller.Answer proposed = propose(OFFICER, other.id, chair);
        assertThat(proposed.codes()).containsExactly("approved-only");
        assertThat(read("SELECT person_id::text FROM plan_entry WHERE person_id = '" + other.id + "'"))
                .isEmpty();

        Caller.Answer decided = as(OFFICER)
                .ask(
                        "POST",
                        PLANS,
                        Map.of(
                                "personId",
                                other.id.toString(),
                                "seatId",
                                chair.toString(),
                                "term",
                                "2026-2031",
                                "source",
                                "INTERNAL",
                                "paper",
                                Map.of("decision", "88-QĐ/TU", "approvedOn", "2026-03-15")),
                        "Idempotency-Key",
                        key());
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(201);
        assertThat(approve(LEADER, decided.body().path("id").asString(), 1, "2026-03-15")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPointerNamesNobodyAndSaysAllOfItself() {
        Official person = candidate("Trịnh Văn Hai Đường");
        Map<String, Object> both = new HashMap<>(pointing(POINTER));
        both.put("candidates", List.of(person.id.toString()));
        assertThat(asked(both).codes()).containsExactly("pointer-names-nobody");
        assertThat(asked(Map.of("seatId", chair.toString(), "requestedOn", "2026-11-02"))
                        .fields())
                .containsExactly("candidates");
        Caller.Answer level = asked(pointing(with(POINTER, "level", "TUYỆT MẬT")));
        assertThat(level.status()).isEqualTo(400);
        assertThat(level.fields()).containsExactly("pointer.level");
    }

    @Test
    void onlyALeaderSaysItAndNeverForYesterday() {
        assertThat(say(OFFICER, "POINTER", today).status()).isEqualTo(403);
        Caller.Answer past = say(LEADER, "POINTER", "2026-01-01");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.fields()).containsExactly("validFrom");
        assertThat(as(OFFICER).get(SETTINGS).body().path("items").toString()).doesNotContain("2026-01-01");
        say(LEADER, "POINTER", "2099-01-01");
        Official person = published("Trịnh Văn Sau Này");
        assertThat(propose(OFFICER, person.id, chair).status()).isEqualTo(201);
    }

    private Caller.Answer say(String username, String mode, String from) {
        return as(username)
                .ask(
                        "PUT",
                        SETTINGS + "/" + SCOPE,
                        Map.of("mode", mode, "validFrom", from, "reason", "Danh mục bí mật nhà nước của tỉnh"));
    }

    private Map<String, Object> pointing(Map<String, Object> pointer) {
        return Map.of("seatId", chair.toString(), "requestedOn", "2026-11-02", "pointer", pointer);
    }

    private Caller.Answer pointed(Map<String, Object> pointer) {
        Caller.Answer answer = asked(pointing(pointer));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private Caller.Answer asked(Map<String, Object> body) {
        return as(OFFICER).ask("POST", PROCEDURES, body, "Idempotency-Key", key());
    }

    /** All that the record holds of it. */
    private String kept(String id) {
        return String.join("\n", read("SELECT content FROM procedure_record WHERE procedure_id = '" + id + "'"));
    }
}
