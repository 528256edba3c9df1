package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers of people and dossiers, and corrected identities that are held against them and the rest, over HTTP. */
class NumberIT extends PersonRequests {

    /** Of a man born 1982, and of nobody so far. */
    private static String number() {
        return "019082%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static Map<String, Object> numbered(@Nullable String number) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "Theo căn cước"));
        if (number != null) {
            body.put("idNumber", number);
        }
        return body;
    }

    private Caller.Answer put(String username, String person, String what, long revision, Map<String, Object> body) {
        return as(username).ask("PUT", PEOPLE + "/" + person + "/" + what, body, "If-Match", "\"" + revision + "\"");
    }

    private String somebody() {
        String id = register(CLERK, with(person("Hà Văn Số", COMMUNE), "birth", "1982"))
                .body()
                .path("id")
                .asString();
        assertThat(id).isNotEmpty();
        return id;
    }

    private JsonNode idNumber(String person) {
        Caller.Answer answer = as(CLERK).get(PEOPLE + "/" + person + "/id-number");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aNumberIsRecordedLaterPutRightAndTakenBackAndItsPastStays() {
        String person = somebody();
        assertThat(idNumber(person).has("idNumber")).isFalse();
        String mistyped = number();
        String right = number();

        Caller.Answer first = put(CLERK, person, "id-number", 1, numbered(mistyped));
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(first.etag()).isEqualTo("\"2\"");
        Map<String, Object> corrected = with(numbered(right), "document", "Căn cước, mặt trước");
        assertThat(put(CLERK, person, "id-number", 2, corrected).etag()).isEqualTo("\"3\"");
        assertThat(put(CLERK, person, "id-number", 3, corrected).etag())
                .as("the same again")
                .isEqualTo("\"3\"");
        assertThat(idNumber(person).path("idNumber").asString()).isEqualTo(right);
        assertThat(put(CLERK, person, "id-number", 3, numbered(null)).etag()).isEqualTo("\"4\"");

        JsonNode now = idNumber(person);
        assertThat(now.has("idNumber")).isFalse();
        assertThat(now.path("beliefs").valueStream().map(b -> b.path("idNumber").asString()))
                .containsExactly(mistyped, right);
        assertThat(now.path("beliefs").valueStream().allMatch(b -> b.has("recordedTo")))
                .isTrue();
        assertThat(now.path("beliefs").path(0).path("endedBecause").asString()).isEqualTo("Theo căn cước");
        assertThat(now.path("beliefs").path(1).path("document").asString()).isEqualTo("Căn cước, mặt trước");
        assertThat(put(
                                OTHER_CLERK,
                                registered(OTHER_CLERK, "Hà Văn Khác", NEIGHBOUR),
                                "id-number",
                                1,
                                with(numbered(right), "idNumberReason", "Sửa hộ tịch"))
                        .status())
                .as("what was taken back may be of somebody else")
                .isEqualTo(200);
    }

    @Test
    void aNumberOfSomebodyElseIsRefusedWithoutAWordOfThem() {
        String number = number();
        put(CLERK, somebody(), "id-number", 1, numbered(number));
        String person = somebody();
        put(CLERK, person, "id-number", 1, numbered(number()));

        Caller.Answer answer = put(CLERK, person, "id-number", 2, numbered(number));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly("id-number-unavailable");
        assertThat(idNumber(person).path("beliefs")).as("nothing was ended").hasSize(1);
    }

    @Test
    void whatTheNumberSaysOtherwiseWantsAReasonButForItsProvince() {
        String person = somebody();
        String woman = "003182" + number().substring(6);

        assertThat(put(CLERK, person, "id-number", 1, numbered(woman)).codes())
                .containsExactly("id-number-says-other-sex");
        Caller.Answer answer =
                put(CLERK, person, "id-number", 1, with(numbered(woman), "idNumberReason", "Đã cải chính hộ tịch"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()
                        .path("doubts")
                        .valueStream()
                        .map(d -> d.path("code").asString()))
                .containsExactly("id-number-says-other-sex", "id-number-of-unknown-province");
        assertThat(put(CLERK, person, "id-number", 2, numbered("003082" + number().substring(6)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoComesLateIsToldAndTheClerkOfTheNextCommuneFindsNothing() {
        String person = somebody();
        put(CLERK, person, "id-number", 1, numbered(number()));

        assertThat(put(CLERK, person, "id-number", 1, numbered(number())).status())
                .isEqualTo(412);
        assertThat(as(CLERK)
                        .ask("PUT", PEOPLE + "/" + person + "/id-number", numbered(number()))
                        .status())
                .isEqualTo(428);
        assertThat(put(CLERK, person, "id-number", 2, numbered("123")).status()).isEqualTo(400);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + person + "/id-number").status())
                .isEqualTo(404);
        assertThat(put(OTHER_CLERK, person, "id-number", 2, numbered(number())).status())
                .isEqualTo(404);
        assertThat(put(OTHER_CLERK, person, "file-number", 2, filed("TN-" + key()))
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, Object> filed(String number) {
        return Map.of("fileNumber", number, "reason", "Cấp số hiệu");
    }

    @Test
    void aDossierGetsItsNumberLaterAndHasItPutRight() {
        String person = somebody();
        String wrong = "TN-" + key();
        String right = "TN-" + key();

        Caller.Answer given = put(CLERK, person, "file-number", 1, filed(wrong));
        assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
        assertThat(given.body().path("fileNumber").asString()).isEqualTo(wrong);
        assertThat(put(CLERK, person, "file-number", 2, filed(right)).etag()).isEqualTo("\"3\"");
        assertThat(put(CLERK, person, "file-number", 3, filed(right)).etag()).isEqualTo("\"3\"");

        assertThat(as(CLERK)
                        .get(PEOPLE + "/" + person + "/history")
                        .body()
                        .path("fileNumbers")
                        .valueStream()
                        .map(b -> b.path("fileNumber").asString()))
                .containsExactly(wrong, right);
        Caller.Answer clash = put(CLERK, somebody(), "file-number", 1, filed(right));
        assertThat(clash.status()).isEqualTo(422);
        assertThat(clash.codes()).containsExactly("file-number-unavailable");
        assertThat(put(CLERK, somebody(), "file-number", 1, filed(wrong)).status())
                .as("a number that was put right is free")
                .isEqualTo(200);
    }

    private Caller.Answer corrected(String person, long revision, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("fullName", "Hà Văn Số", "sex", "MALE", "birth", "1982", "reason", "Sai ngày sinh"));
        body.putAll(more);
        return put(CLERK, person, "identity", revision, body);
    }

    @Test
    void aCorrectedIdentityIsHeldAgainstTheRestOfTheRecord() {
        String person = somebody();
        for (Map<String, String> kin : List.of(
                Map.of("relation", "CON", "name", "Hà Thị Con", "birthYear", "2006"),
                Map.of("relation", "BO", "name", "Hà Văn Cha", "birthYear", "1955"))) {
            JsonNode cv = as(CLERK).get(PEOPLE + "/" + person + "/sensitive-cv").body();
            assertThat(as(CLERK)
                            .ask(
                                    "POST",
                                    PEOPLE + "/" + person + "/sensitive-cv",
                                    Map.of("kind", "FAMILY_MEMBER", "values", kin),
                                    "If-Match",
                                    "\"" + cv.path("revision").asLong() + "\"",
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .status())
                    .isEqualTo(201);
        }
        String number = number();
        put(CLERK, person, "id-number", 1, numbered(number));

        assertThat(corrected(person, 2, Map.of("birth", "2025-08")).codes())
                .containsExactly("birth-after-post", "birth-contradicts-family");
        assertThat(corrected(person, 2, Map.of("birth", "2010")).codes())
                .containsExactly("birth-makes-post-too-early", "birth-contradicts-family");
        assertThat(corrected(person, 2, Map.of("birth", "1955")).codes()).containsExactly("birth-contradicts-family");
        Caller.Answer doubted = corrected(person, 2, Map.of("birth", "1983"));
        assertThat(doubted.codes()).containsExactly("id-number-says-other-year");
        assertThat(doubted.body().toString()).doesNotContain(number);
        assertThat(corrected(person, 2, Map.of("fullName", "Hà Văn Đúng")).status())
                .isEqualTo(200);

        assertThat(corrected(person, 3, Map.of("birth", "1983", "idNumberReason", "Đã cải chính hộ tịch"))
                        .status())
                .isEqualTo(200);
        JsonNode standing = idNumber(person);
        assertThat(standing.path("idNumber").asString()).isEqualTo(number);
        assertThat(standing.path("beliefs").path(1).path("idNumberReason").asString())
                .isEqualTo("Đã cải chính hộ tịch");
        assertThat(standing.path("doubts").path(0).path("code").asString()).isEqualTo("id-number-says-other-year");
    }
}
