package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is on record beside posts, over HTTP. */
class ConductIT extends PersonRequests {

    private static final Map<String, Object> RATING = Map.of("year", 2025, "rating", "HTTNV", "document", "15-TB/ĐU");
    private static final Map<String, Object> DISCIPLINE = Map.of(
            "form",
            "REPRIMAND",
            "decidedOn",
            "2023-05-10",
            "track",
            "PARTY",
            "authority",
            "Ủy ban Kiểm tra Thành ủy",
            "matter",
            "Vi phạm quy chế làm việc",
            "document",
            "31-QĐ/UBKT");
    private static final Map<String, Object> HEALTH = Map.of("issuedOn", "2026-09-15");

    private Caller.Answer add(String username, String person, String what, long revision, Map<String, Object> body) {
        return as(username)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/" + what,
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    private JsonNode conduct(String person, String query) {
        Caller.Answer answer = as(CLERK).get(PEOPLE + "/" + person + "/conduct" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private String somebody() {
        String person = registered(CLERK, "Chu Văn Hạnh", COMMUNE);
        assertThat(add(CLERK, person, "ratings", 1, RATING).status()).isEqualTo(201);
        assertThat(add(CLERK, person, "disciplines", 2, DISCIPLINE).status()).isEqualTo(201);
        assertThat(add(CLERK, person, "health-certificates", 3, HEALTH).etag()).isEqualTo("\"4\"");
        return person;
    }

    @Test
    void whatIsOnRecordIsShownByTheDay() {
        String person = somebody();

        JsonNode now = conduct(person, "");
        JsonNode earlier = conduct(person, "?asOf=2024-12-31");

        assertThat(now.path("ratings").path(0).path("rating").asString()).isEqualTo("HTTNV");
        assertThat(now.path("disciplines").path(0).path("decidedOn").asString()).isEqualTo("2023-05-10");
        assertThat(List.of("track", "authority", "matter"))
                .extracting(said -> now.path("disciplines").path(0).path(said).asString())
                .containsExactly("PARTY", "Ủy ban Kiểm tra Thành ủy", "Vi phạm quy chế làm việc");
        assertThat(now.path("healthCertificates").path(0).path("issuedOn").asString())
                .isEqualTo("2026-09-15");
        assertThat(now.path("revision").asLong()).isEqualTo(4);
        assertThat(earlier.path("ratings")).isEmpty();
        assertThat(earlier.path("disciplines")).hasSize(1);
        assertThat(earlier.path("healthCertificates")).isEmpty();
        assertThat(auditEntries(person))
                .contains("getConduct", "showDisciplines", "showHealthCertificates", "addDiscipline");
    }

    @Test
    void aCorrectionAndAVoidLeaveWhatWasBelievedInHistory() {
        String person = somebody();
        JsonNode before = conduct(person, "");
        String discipline = before.path("disciplines").path(0).path("id").asString();
        String rating = before.path("ratings").path(0).path("id").asString();
        Instant known = Instant.parse(
                before.path("healthCertificates").path(0).path("recordedFrom").asString());
        String path = PEOPLE + "/" + person + "/disciplines/" + discipline;

        Caller.Answer corrected = as(CLERK)
                .ask(
                        "PUT",
                        path,
                        with(with(DISCIPLINE, "revokedOn", "2023-09-01"), "reason", "Đã xóa kỷ luật"),
                        "If-Match",
                        "\"4\"");
        Caller.Answer voided = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/ratings/" + rating + "/void",
                        Map.of("reason", "Nhập nhầm người"),
                        "If-Match",
                        "\"5\"",
                        "Idempotency-Key",
                        key());

        assertThat(corrected
                        .body()
                        .path("disciplines")
                        .path(0)
                        .path("revokedOn")
                        .asString())
                .isEqualTo("2023-09-01");
        assertThat(voided.body().path("ratings")).isEmpty();
        JsonNode then = conduct(person, "?knownAt=" + known);
        assertThat(then.path("ratings")).hasSize(1);
        assertThat(then.path("disciplines").path(0).has("revokedOn")).isFalse();
        assertThat(as(CLERK)
                        .ask("PUT", path, with(DISCIPLINE, "reason", "Muộn"), "If-Match", "\"4\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aSuspensionIsLiftedAndOfAConfidenceVoteOnlyTalliesAreKept() {
        String person = registered(CLERK, "Chu Văn Đình", COMMUNE);
        Map<String, Object> suspended = Map.of("from", "2026-10-01", "document", "12-QĐ/TU");
        Map<String, Object> voted = Map.of("heldOn", "2024-12-01", "high", 5, "confidence", 4, "low", 19);

        JsonNode open = add(CLERK, person, "suspensions", 1, suspended).body();
        assertThat(add(CLERK, person, "suspensions", 2, Map.of("from", "2026-11-01"))
                        .codes())
                .containsExactly("is-suspended-already");
        assertThat(add(CLERK, person, "confidence-votes", 2, with(voted, "low", -1))
                        .status())
                .isEqualTo(400);
        JsonNode vote = add(CLERK, person, "confidence-votes", 2, voted)
                .body()
                .path("confidenceVotes")
                .path(0);
        Caller.Answer lifted = as(CLERK)
                .ask(
                        "PUT",
                        PEOPLE + "/" + person + "/suspensions/"
                                + open.path("suspensions").path(0).path("id").asString(),
                        with(with(suspended, "until", "2026-11-10"), "reason", "Kết luận không vi phạm"),
                        "If-Match",
                        "\"3\"");

        assertThat(vote.path("note").path("vi").asString()).contains("41-QĐ/TW");
        assertThat(lifted.body().path("suspensions").path(0).path("until").asString())
                .isEqualTo("2026-11-10");
        assertThat(conduct(person, "?asOf=2026-09-30").path("suspensions")).isEmpty();
        assertThat(auditEntries(person)).contains("showSuspensions", "showConfidenceVotes");
    }

    @Test
    void aFactIsCorrectedAsWhatItIs() {
        String person = somebody();
        String rating = conduct(person, "").path("ratings").path(0).path("id").asString();

        assertThat(as(CLERK)
                        .ask(
                                "PUT",
                                PEOPLE + "/" + person + "/disciplines/" + rating,
                                with(DISCIPLINE, "reason", "Nhầm loại"),
                                "If-Match",
                                "\"4\"")
                        .status())
                .isEqualTo(404);
        assertThat(as(CLERK)
                        .ask(
                                "PUT",
                                PEOPLE + "/" + person + "/ratings/" + UUID.randomUUID(),
                                with(RATING, "reason", "Không có"),
                                "If-Match",
                                "\"4\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefused() {
        String person = somebody();

        assertThat(add(CLERK, person, "ratings", 4, with(RATING, "rating", "HTNV"))
                        .codes())
                .containsExactly("year-is-rated");
        assertThat(add(CLERK, person, "ratings", 4, with(RATING, "year", 99_999))
                        .codes())
                .containsExactly("year-out-of-range");
        assertThat(add(CLERK, person, "disciplines", 4, with(DISCIPLINE, "revokedOn", "2023-05-10"))
                        .codes())
                .containsExactly("ends-before-it-begins");
        assertThat(add(CLERK, person, "health-certificates", 4, Map.of("issuedOn", "2999-01-01"))
                        .codes())
                .containsExactly("day-out-of-range");
        assertThat(conduct(person, "").path("revision").asLong()).isEqualTo(4);
    }

    @Test
    void theNeighbourAndWhoOnlyTrainsSeeNothing() {
        String person = somebody();
        String rating = conduct(person, "").path("ratings").path(0).path("id").asString();
        String path = PEOPLE + "/" + person;

        assertThat(as(OTHER_CLERK).get(path + "/conduct").status()).isEqualTo(404);
        assertThat(add(OTHER_CLERK, person, "ratings", 4, RATING).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .ask("PUT", path + "/ratings/" + rating, with(RATING, "reason", "thử"), "If-Match", "\"4\"")
                        .status())
                .isEqualTo(404);
        grant("daotao.truong", "TRAINING_OFFICER", COMMUNE);
        assertThat(as("daotao.truong").get(path).status()).isEqualTo(200);
        assertThat(as("daotao.truong").get(path + "/conduct").status()).isEqualTo(403);
    }

    @Test
    void aRepeatedRequestRecordsOnce() {
        String person = somebody();
        String key = key();
        String path = PEOPLE + "/" + person + "/ratings";
        Map<String, Object> other = with(RATING, "year", 2024);

        Caller.Answer first = as(CLERK).ask("POST", path, other, "If-Match", "\"4\"", "Idempotency-Key", key);
        Caller.Answer again = as(CLERK).ask("POST", path, other, "If-Match", "\"4\"", "Idempotency-Key", key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(conduct(person, "").path("ratings")).hasSize(2);
    }
}
