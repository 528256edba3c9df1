package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Corrections and voids over HTTP: what was believed stays, and who comes late is told. */
class CorrectPersonIT extends PersonRequests {

    private final Map<String, Object> otherDate = with(post(COMMUNE, "2025-07-03", null), "reason", "Nhập sai ngày");

    private JsonNode somebody() {
        return register(CLERK, person("Hoàng Văn Sửa", COMMUNE)).body();
    }

    private static String assignment(JsonNode person) {
        return PEOPLE + "/" + person.path("id").asString() + "/assignments/"
                + person.path("assignments").path(0).path("id").asString();
    }

    @Test
    void keepsWhatWasBelievedWithWhyItNoLongerIs() {
        JsonNode person = somebody();
        String at = person.path("assignments").path(0).path("recordedFrom").asString();

        Caller.Answer corrected = as(CLERK).ask("PUT", assignment(person), otherDate, "If-Match", "\"1\"");

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.etag()).isEqualTo("\"2\"");
        String path = PEOPLE + "/" + person.path("id").asString();
        assertThat(from(as(CLERK).get(path).body())).isEqualTo("2025-07-03");
        assertThat(from(as(CLERK).get(path + "?knownAt=" + at).body())).isEqualTo("2025-07-01");
        JsonNode history = as(CLERK).get(path + "/history").body();
        assertThat(history.path("assignments")
                        .valueStream()
                        .map(a -> a.path("validFrom").asString()))
                .containsExactly("2025-07-01", "2025-07-03");
        assertThat(history.path("assignments").path(0).path("endedBecause").asString())
                .isEqualTo("Nhập sai ngày");
    }

    private static String from(JsonNode person) {
        return person.path("assignments").path(0).path("validFrom").asString();
    }

    @Test
    void aVoidedPostStaysInHistoryOnly() {
        JsonNode person = somebody();
        Map<String, String> reason = Map.of("reason", "Chưa từng giữ chức vụ này");

        Caller.Answer answer = as(CLERK)
                .ask("POST", assignment(person) + "/void", reason, "If-Match", "\"1\"", "Idempotency-Key", key());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("assignments").isEmpty()).isTrue();
        JsonNode history = as(CLERK)
                .get(PEOPLE + "/" + person.path("id").asString() + "/history")
                .body();
        assertThat(history.path("assignments").size()).isEqualTo(1);
        assertThat(as(CLERK).get(PEOPLE + "/" + person.path("id").asString()).status())
                .as("custody keeps the person in the unit")
                .isEqualTo(200);
    }

    @Test
    void aStaleOrMissingOrMeaninglessEntityTagChangesNothing() {
        JsonNode person = somebody();
        assertThat(as(CLERK)
                        .ask("PUT", assignment(person), otherDate, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        long rows = rows();

        Caller.Answer stale = as(CLERK).ask("PUT", assignment(person), otherDate, "If-Match", "\"1\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("code").asString()).isEqualTo("stale");
        assertThat(as(CLERK).ask("PUT", assignment(person), otherDate).status()).isEqualTo(428);
        assertThat(as(CLERK)
                        .ask("PUT", assignment(person), otherDate, "If-Match", "*")
                        .status())
                .isEqualTo(400);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void twoMainPostsOfOneTreeDoNotOverlap() {
        JsonNode person = somebody();
        String path = PEOPLE + "/" + person.path("id").asString() + "/assignments";
        Map<String, Object> second = post(COMMUNE, "2026-01-01", null);

        Caller.Answer overlapping = as(CLERK).ask("POST", path, second, "If-Match", "\"1\"", "Idempotency-Key", key());
        assertThat(overlapping.status()).isEqualTo(422);
        assertThat(overlapping.codes()).containsExactly("overlaps-main-post");
        Caller.Answer concurrent = as(CLERK)
                .ask("POST", path, with(second, "concurrent", true), "If-Match", "\"1\"", "Idempotency-Key", key());
        assertThat(concurrent.status()).isEqualTo(201);
    }

    @Test
    void aPostOfAnEarlierTimeIsCorrectedLikeAnyOther() {
        JsonNode person = register(
                        CLERK,
                        with(person("Hoàng Văn Xưa", COMMUNE), "assignment", post(COMMUNE, "2025-07-01", "2026-01-01")))
                .body();
        Map<String, Object> otherTitle =
                with(with(post(COMMUNE, "2025-07-01", "2026-01-01"), "title", "Chủ tịch UBND"), "reason", "Nhập sai");

        Caller.Answer answer = as(CLERK).ask("PUT", assignment(person), otherTitle, "If-Match", "\"1\"");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aPostOfTheDissolvedCityIsRecordedByWhoHasTheFileAndShowsItToNobodyElse() {
        UUID city = UUID.fromString("019a8f00-0000-7000-8000-00000000f300");
        Map<String, Object> unit = Map.of(
                "tree", "STATE",
                "name", "Thành phố Sông Công",
                "type", "TEST",
                "validFrom", "2015-05-15",
                "validTo", "2025-07-01",
                "instrument", "932/NQ-UBTVQH13");
        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + city, unit).status())
                .isEqualTo(200);
        JsonNode person = register(CLERK, with(person("Hoàng Văn Cựu", COMMUNE), "birth", "1985"))
                .body();
        String path = PEOPLE + "/" + person.path("id").asString() + "/assignments";

        assertThat(added(path, post(city, "2020-01-01", "2025-07-02"), 1).codes())
                .contains("unit-does-not-stand");
        assertThat(added(path, post(city, "2020-01-01", "2025-07-01"), 1).status())
                .isEqualTo(201);
        assertThat(added(path, with(post(NEIGHBOUR, "2026-01-01", null), "concurrent", true), 2)
                        .codes())
                .containsExactly("unit-outside-scope");
        assertThat(as(OTHER_CLERK)
                        .get(PEOPLE + "/" + person.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    private Caller.Answer added(String path, Map<String, Object> post, long revision) {
        return as(CLERK).ask("POST", path, post, "If-Match", "\"" + revision + "\"", "Idempotency-Key", key());
    }

    @Test
    void aPostAheadThatWasVoidedLeavesNoPlaceBehind() {
        JsonNode person = somebody();
        String path = PEOPLE + "/" + person.path("id").asString() + "/assignments";
        Map<String, Object> ahead = with(post(NEIGHBOUR, "2099-01-01", null), "concurrent", true);
        JsonNode added = as(OFFICER)
                .ask("POST", path, ahead, "If-Match", "\"1\"", "Idempotency-Key", key())
                .body();
        String post = added.path("assignments")
                .valueStream()
                .filter(a -> a.path("unitId").asString().equals(NEIGHBOUR.toString()))
                .map(a -> a.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(added.toString()));

        Caller.Answer voided = as(OFFICER)
                .ask(
                        "POST",
                        path + "/" + post + "/void",
                        Map.of("reason", "Nhập nhầm đơn vị"),
                        "If-Match",
                        "\"2\"",
                        "Idempotency-Key",
                        key());

        assertThat(voided.status()).isEqualTo(200);
        assertThat(count("SELECT count(*) FROM place WHERE source_id = ?", UUID.fromString(post)))
                .isZero();
    }

    @Test
    void aCorrectedNameStandsInEveryUnitOfThePerson() {
        JsonNode person = somebody();
        String path = PEOPLE + "/" + person.path("id").asString();
        Map<String, Object> second = with(post(NEIGHBOUR, "2026-01-01", null), "concurrent", true);
        as(OFFICER).ask("POST", path + "/assignments", second, "If-Match", "\"1\"", "Idempotency-Key", key());

        Caller.Answer corrected = as(CLERK)
                .ask(
                        "PUT",
                        path + "/identity",
                        Map.of("fullName", "Hoàng Văn Đúng", "sex", "MALE", "birth", "1982", "reason", "Sai tên"),
                        "If-Match",
                        "\"2\"");

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(count(
                        "SELECT count(DISTINCT name_key) FROM place WHERE person_id = ?",
                        UUID.fromString(person.path("id").asString())))
                .isEqualTo(1);
    }

    @Test
    void ofTwoWritersAtOnceOneIsToldThatItIsLate() {
        JsonNode person = somebody();

        List<Integer> answers = java.util.stream.IntStream.range(0, 2)
                .mapToObj(i -> java.util.concurrent.CompletableFuture.supplyAsync(() -> as(CLERK)
                        .ask("PUT", assignment(person), otherDate, "If-Match", "\"1\"")
                        .status()))
                .toList()
                .stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void theClerkOfTheNextCommuneFindsNothingToChange() {
        JsonNode person = somebody();
        String path = PEOPLE + "/" + person.path("id").asString();
        long rows = rows();

        assertThat(as(OTHER_CLERK).get(path).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(path + "/history").status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .ask("PUT", assignment(person), otherDate, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .ask(
                                "PUT",
                                path + "/identity",
                                Map.of("fullName", "Tên Khác", "sex", "MALE", "birth", "1982", "reason", "thử"),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(rows()).isEqualTo(rows);
    }
}
