package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person's record over HTTP: what is taken, what is refused and why, and that a refusal leaves nothing behind. */
class PersonRegisterIT extends RunningService {

    /** What every registration writes, in one transaction. */
    private long rows() {
        return count("""
            SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM identity) + (SELECT count(*) FROM assignment)
                 + (SELECT count(*) FROM place) + (SELECT count(*) FROM person_word) + (SELECT count(*) FROM idempotency)
            """);
    }

    private static Map<String, Object> with(Map<String, Object> person, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(person);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> post(UUID unit, String from, @Nullable String to) {
        Map<String, Object> post = new HashMap<>(Map.of(
                "unitId",
                unit.toString(),
                "title",
                "Phó Chủ tịch UBND",
                "managementScope",
                "COMMUNE_PARTY_COMMITTEE",
                "validFrom",
                from));
        if (to != null) {
            post.put("validTo", to);
        }
        return post;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Nested
    class Registering {

        @Test
        void recordsThePersonWithOneAuditEntryAndTellsTheOthers() {
            long entries = count("SELECT count(*) FROM person");

            Caller.Answer answer = register(CLERK, person("Dương Minh Khải", COMMUNE));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.etag()).isEqualTo("\"1\"");
            assertThat(answer.body().path("identity").path("fullName").asString())
                    .isEqualTo("Dương Minh Khải");
            assertThat(count("SELECT count(*) FROM person")).isEqualTo(entries + 1);
        }

        @Test
        void putsTogetherWhatAKeyboardTookApart() {
            String decomposed = java.text.Normalizer.normalize("Đặng  Thị Ánh ", java.text.Normalizer.Form.NFD);

            JsonNode person = register(CLERK, with(person(decomposed, COMMUNE), "sex", "FEMALE"))
                    .body();

            assertThat(person.path("identity").path("fullName").asString()).isEqualTo("Đặng Thị Ánh");
        }

        @Test
        void aRepeatedRequestRegistersOnce() {
            String key = key();
            Map<String, Object> person = person("Nguyễn Văn Lặp", COMMUNE);
            Caller.Answer first = as(CLERK).ask("POST", PEOPLE, person, "Idempotency-Key", key);
            long rows = rows();

            Caller.Answer again = as(CLERK).ask("POST", PEOPLE, person, "Idempotency-Key", key);

            assertThat(again).isEqualTo(first);
            assertThat(rows()).isEqualTo(rows);
            Caller.Answer other =
                    as(CLERK).ask("POST", PEOPLE, person("Nguyễn Văn Khác", COMMUNE), "Idempotency-Key", key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.body().path("code").asString()).isEqualTo("idempotency-key-reused");
            assertThat(rows()).isEqualTo(rows);
        }
    }

    @Nested
    class Refusing {

        private void refused(Caller.Answer answer, int status, String field, String code) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.fields()).containsExactly(field);
            assertThat(answer.codes()).containsExactly(code);
            JsonNode messages = answer.body().path("findings").path(0).path("messages");
            assertThat(messages.path("vi").asString()).isNotBlank();
            assertThat(messages.path("en").asString()).isNotBlank();
        }

        @Test
        void anIdNumberThatAnotherUnitUsesIsRefusedWithoutSayingWhose() {
            String number = "019082" + (100_000 + new java.util.Random().nextInt(899_999));
            Map<String, Object> person = with(person("Phạm Văn Số", COMMUNE), "idNumber", number);
            assertThat(register(CLERK, person).status()).isEqualTo(201);
            long rows = rows();

            Caller.Answer answer = register(OTHER_CLERK, with(person("Lý Văn Trùng", NEIGHBOUR), "idNumber", number));

            refused(answer, 422, "idNumber", "id-number-unavailable");
            assertThat(answer.body().toString()).doesNotContain("Phạm", "Sông Công", COMMUNE.toString());
            assertThat(rows()).isEqualTo(rows);
        }

        @Test
        void anIdNumberOfAnotherSexOrYearWantsAReason() {
            String woman = "019182" + (100_000 + new java.util.Random().nextInt(899_999));
            Map<String, Object> person = with(person("Vũ Văn Lý", COMMUNE), "idNumber", woman);

            refused(register(CLERK, person), 422, "idNumber", "id-number-says-other-sex");
            assertThat(register(CLERK, with(person, "idNumberReason", "Đã cải chính hộ tịch"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void anUnknownUnitAndOneOutsideTheScope() {
            long rows = rows();

            refused(
                    register(CLERK, person("An Văn Bình", UUID.randomUUID())),
                    422,
                    "assignment.unitId",
                    "unknown-unit");
            refused(register(CLERK, person("An Văn Bình", NEIGHBOUR)), 422, "assignment.unitId", "unit-outside-scope");
            assertThat(rows()).isEqualTo(rows);
        }

        @Test
        void aDateThatCannotBe() {
            refused(
                    register(CLERK, with(person("An Văn Bình", COMMUNE), "birth", "1982-02-30")),
                    400,
                    "birth",
                    "unreadable-value");
            refused(
                    register(
                            CLERK,
                            with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, "2025-02-30", null))),
                    400,
                    "assignment.validFrom",
                    "unreadable-value");
            refused(
                    register(
                            CLERK,
                            with(
                                    person("An Văn Bình", COMMUNE),
                                    "assignment",
                                    post(COMMUNE, "2025-08-01", "2025-08-01"))),
                    422,
                    "assignment.validTo",
                    "ends-before-it-begins");
            refused(
                    register(CLERK, with(person("An Văn Bình", COMMUNE), "birth", "1899")),
                    422,
                    "birth",
                    "birth-out-of-range");
            refused(
                    register(
                            CLERK,
                            with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, "2025-06-30", null))),
                    422,
                    "assignment.validFrom",
                    "unit-does-not-stand");
        }

        @Test
        void whatIsMissingByName() {
            Map<String, Object> person = new HashMap<>(person("An Văn Bình", COMMUNE));
            person.remove("fullName");

            refused(register(CLERK, person), 400, "fullName", "required");
            assertThat(as(CLERK)
                            .ask("POST", PEOPLE, person("An Văn Bình", COMMUNE))
                            .fields())
                    .containsExactly("Idempotency-Key");
        }

        @Test
        void whatIsNoJsonOrAFieldNobodyKnows() {
            Caller.Answer broken = as(CLERK).ask("POST", PEOPLE, "{\"fullName\":", "Idempotency-Key", key());
            assertThat(broken.status()).isEqualTo(400);
            assertThat(broken.codes()).containsExactly("unreadable-body");

            refused(
                    register(CLERK, with(person("An Văn Bình", COMMUNE), "rank", "x")),
                    400,
                    "rank",
                    "unreadable-value");
            Caller.Answer form = as(CLERK)
                    .ask("POST", PEOPLE, "fullName=An", "Idempotency-Key", key(), "Content-Type", "text/plain");
            assertThat(form.status()).isEqualTo(415);
        }

        @Test
        void aBodyThatIsTooLarge() {
            long rows = rows();

            Caller.Answer answer =
                    register(CLERK, with(person("An Văn Bình", COMMUNE), "fullName", "a".repeat(1_100_000)));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body().path("code").asString()).isEqualTo("body-too-large");
            assertThat(rows()).isEqualTo(rows);
        }

        @Test
        void inVietnameseUnlessAnotherLanguageIsNamed() {
            assertThat(as(CLERK).get(PEOPLE + "?limit=0").body().path("title").asString())
                    .isEqualTo("Dữ liệu gửi lên chưa đúng");
            assertThat(as(CLERK)
                            .ask("GET", PEOPLE + "?limit=0", null, "Accept-Language", "en-GB,en;q=0.8")
                            .body()
                            .path("title")
                            .asString())
                    .isNotEqualTo("Dữ liệu gửi lên chưa đúng");
            assertThat(stranger().get(PEOPLE).body().path("title").asString())
                    .isEqualTo("Phiên đăng nhập không còn hiệu lực, hãy đăng nhập lại");
        }

        @Test
        void whatIsNoName() {
            for (String name : List.of("1234", "An<script>", "An;--", "An\u0000Bình")) {
                assertThat(register(CLERK, person(name, COMMUNE)).status())
                        .as(name)
                        .isIn(400, 422);
            }
        }

        @Test
        void aCursorOrALimitThatWasMadeUp() {
            assertThat(as(CLERK).get(PEOPLE + "?cursor=AAAA").fields()).containsExactly("cursor");
            assertThat(as(CLERK).get(PEOPLE + "?limit=0").codes()).containsExactly("out-of-range");
            assertThat(as(CLERK).get(PEOPLE + "?limit=201").codes()).containsExactly("out-of-range");
            assertThat(as(CLERK).get(PEOPLE + "?asOf=2025-02-30").fields()).containsExactly("asOf");
            assertThat(as(CLERK).get(PEOPLE + "/not-a-uuid").fields()).containsExactly("personId");
        }
    }

    @Nested
    class Correcting {

        private final Map<String, Object> otherDate =
                with(post(COMMUNE, "2025-07-03", null), "reason", "Nhập sai ngày");

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
            assertThat(as(CLERK)
                            .get(PEOPLE + "/" + person.path("id").asString())
                            .status())
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
            assertThat(as(CLERK).ask("PUT", assignment(person), otherDate).status())
                    .isEqualTo(428);
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

            Caller.Answer overlapping =
                    as(CLERK).ask("POST", path, second, "If-Match", "\"1\"", "Idempotency-Key", key());
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
                            with(
                                    person("Hoàng Văn Xưa", COMMUNE),
                                    "assignment",
                                    post(COMMUNE, "2025-07-01", "2026-01-01")))
                    .body();
            Map<String, Object> otherTitle = with(
                    with(post(COMMUNE, "2025-07-01", "2026-01-01"), "title", "Chủ tịch UBND"), "reason", "Nhập sai");

            Caller.Answer answer = as(CLERK).ask("PUT", assignment(person), otherTitle, "If-Match", "\"1\"");

            assertThat(answer.status()).isEqualTo(200);
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

    @Test
    void everyViewIsInTheAuditAndTheServiceCanOnlyAdd() {
        String id = registered(CLERK, "Mai Thị Xem", COMMUNE);
        as(CLERK).get(PEOPLE + "/" + id);

        assertThat(auditEntries(id)).containsExactly("registerPerson", "getPerson");
    }
}
