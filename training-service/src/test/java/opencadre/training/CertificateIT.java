package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the paper to the certificate that counts: two people, every step kept. */
class CertificateIT extends CertificateRequests {

    @Nested
    class TwoPeople {

        @Test
        void oneEntersAndAnotherVerifies() {
            UUID person = published("Đặng Văn Học", COMMUNE);

            Caller.Answer entered = enter(TRAINER, person, theory(number()));

            assertThat(entered.status()).isEqualTo(201);
            assertThat(entered.etag()).isEqualTo("\"1\"");
            assertThat(entered.body().path("state").asString()).isEqualTo("ENTERED");
            assertThat(entered.body().path("own").asBoolean()).isTrue();
            String id = entered.body().path("id").asString();

            Caller.Answer verified = verify(VERIFIER, person, id, 1);

            assertThat(verified.status()).isEqualTo(200);
            assertThat(verified.etag()).isEqualTo("\"2\"");
            assertThat(verified.body().path("state").asString()).isEqualTo("VERIFIED");
            assertThat(verified.body().path("decided").path("by").asString()).isNotBlank();
            assertThat(listed(CLERK, person)).hasSize(1).allSatisfy(certificate -> {
                assertThat(certificate.path("state").asString()).isEqualTo("VERIFIED");
                assertThat(certificate.path("own").asBoolean()).isFalse();
            });
        }

        @Test
        void whoEnteredItMayNotVerifyOrRejectIt() {
            UUID person = published("Đặng Văn Tự", NEIGHBOUR);
            String id = enter(OTHER_CLERK, person, theory(number()))
                    .body()
                    .path("id")
                    .asString();

            refused(verify(OTHER_CLERK, person, id, 1), 422, "own-certificate");
            refused(decide(OTHER_CLERK, person, id, "reject", 1, WHY), 422, "own-certificate");
            assertThat(verify(VERIFIER, person, id, 1).status()).isEqualTo(200);
        }

        @Test
        void norMayWhoCorrectedItOrWroteItBeforeACorrection() {
            UUID person = published("Đặng Văn Sửa", NEIGHBOUR);
            String id = enter(OTHER_CLERK, person, theory(number()))
                    .body()
                    .path("id")
                    .asString();

            Caller.Answer corrected = correct(TRAINER, person, id, 1, correction(number()));

            assertThat(corrected.status()).isEqualTo(200);
            refused(verify(OTHER_CLERK, person, id, 2), 422, "own-certificate");
            assertThat(verify(VERIFIER, person, id, 2).status()).isEqualTo(200);
        }

        @Test
        void theDatabaseHoldsItToo() {
            UUID person = published("Đặng Văn Khóa", COMMUNE);
            String id = entered(person);

            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> read("UPDATE certificate SET state = 'VERIFIED' WHERE id = '" + id + "'"))
                    .hasStackTraceContaining("certificate_verified_by_another");
        }
    }

    @Nested
    class Steps {

        @Test
        void aRejectedOneGoesBackIsCorrectedAndVerified() {
            UUID person = published("Đặng Văn Trả", COMMUNE);
            String id = entered(person);

            Caller.Answer rejected = decide(VERIFIER, person, id, "reject", 1, WHY);

            assertThat(rejected.body().path("state").asString()).isEqualTo("REJECTED");
            assertThat(rejected.body().path("decided").path("reason").asString())
                    .isEqualTo(WHY.get("reason"));
            assertThat(waiting(TRAINER)).contains(id);
            assertThat(waiting(VERIFIER)).doesNotContain(id);

            assertThat(correct(TRAINER, person, id, 2, correction(number()))
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("ENTERED");
            assertThat(waiting(TRAINER)).doesNotContain(id);
            assertThat(waiting(VERIFIER)).contains(id);
            assertThat(verify(VERIFIER, person, id, 3).status()).isEqualTo(200);
            assertThat(waiting(VERIFIER)).doesNotContain(id);
        }

        @Test
        void aVerifiedOneIsNotCorrectedNorVerifiedAgainButMayBeRevoked() {
            UUID person = published("Đặng Văn Thu", COMMUNE);
            String id = entered(person);
            refused(decide(VERIFIER, person, id, "revoke", 1, WHY), 422, "certificate-not-verified");
            assertThat(verify(VERIFIER, person, id, 1).status()).isEqualTo(200);

            refused(verify(VERIFIER, person, id, 2), 422, "certificate-not-awaiting");
            refused(decide(VERIFIER, person, id, "reject", 2, WHY), 422, "certificate-not-awaiting");
            refused(correct(TRAINER, person, id, 2, correction(number())), 422, "certificate-not-correctable");
            Caller.Answer revoked = decide(VERIFIER, person, id, "revoke", 2, WHY);

            assertThat(revoked.status()).isEqualTo(200);
            assertThat(revoked.body().path("state").asString()).isEqualTo("REVOKED");
            assertThat(listed(CLERK, person)).hasSize(1);
        }

        @Test
        void everyBeliefIsKeptWithItsTime() {
            UUID person = published("Đặng Văn Nhớ", COMMUNE);
            String id = entered(person);
            Instant beforeVerification =
                    Instant.parse(read("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                            .getFirst());
            verify(VERIFIER, person, id, 1);
            decide(VERIFIER, person, id, "revoke", 2, WHY);

            JsonNode items =
                    as(CLERK).get(of(person) + "/" + id + "/history").body().path("items");

            assertThat(texts(items, "state")).containsExactly("ENTERED", "VERIFIED", "REVOKED");
            assertThat(items.path(1).path("recordedTo")).isEqualTo(items.path(2).path("recordedFrom"));
            assertThat(items.path(2).path("recordedTo").isMissingNode()).isTrue();
            assertThat(texts(
                            as(CLERK)
                                    .get(of(person) + "?knownAt=" + beforeVerification)
                                    .body()
                                    .path("items"),
                            "state"))
                    .containsExactly("ENTERED");
            assertThat(as(CLERK).get(of(person) + "?asOf=2024-05-31").body().path("items"))
                    .isEmpty();
        }

        @Test
        void theSameRequestTwiceEntersOnce() {
            UUID person = published("Đặng Văn Lặp", COMMUNE);
            Map<String, Object> body = theory(number());
            String key = key();

            Caller.Answer first = as(TRAINER).ask("POST", of(person), body, "Idempotency-Key", key);
            Caller.Answer second = as(TRAINER).ask("POST", of(person), body, "Idempotency-Key", key);

            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.etag()).isEqualTo(first.etag());
            assertThat(listed(TRAINER, person)).hasSize(1);
        }

        @Test
        void anErasedPersonTakesThemAlong() {
            UUID person = published("Đặng Văn Xóa", COMMUNE);
            String id = entered(person);
            verify(VERIFIER, person, id, 1);

            erase(person, 2);

            await(() -> as(TRAINER).get(of(person)).status() == 404);
            for (String table : List.of("certificate_file", "certificate", "certificate_past")) {
                assertThat(read("SELECT id::text FROM " + table + " WHERE id = '" + id + "'"))
                        .as(table)
                        .isEmpty();
            }
        }
    }

    @Nested
    class Refusals {

        @Test
        void whatCannotBe() {
            UUID person = published("Đặng Văn Sai", COMMUNE);
            Map<String, Object> body = theory(number());

            refused(enter(TRAINER, person, with(body, "issuedOn", "2023-02-30")), 400, "unreadable-value");
            refused(enter(TRAINER, person, with(body, "level", "LANGUAGE_3")), 422, "level-does-not-fit-kind");
            refused(enter(TRAINER, person, with(body, "level", "EXPERT")), 400, "unreadable-value");
            refused(enter(TRAINER, person, with(body, "issuedOn", "2999-01")), 422, "issued-in-the-future");
            refused(enter(TRAINER, person, with(body, "issuedOn", "1024")), 422, "issued-out-of-range");
            refused(enter(TRAINER, person, with(body, "validUntil", "2024-05-31")), 422, "ends-before-issued");
            refused(enter(TRAINER, person, with(body, "number", "  ")), 400, "required");
            refused(enter(TRAINER, person, with(body, "state", "VERIFIED")), 400, "unreadable-value");
            assertThat(listed(TRAINER, person)).isEmpty();
            assertThat(read("SELECT id::text FROM certificate_file WHERE person_id = '" + person + "'"))
                    .isEmpty();
        }

        @Test
        void theSameNumberOfTheSameIssuerTwiceWithoutSayingWhose() {
            UUID mine = published("Đặng Văn Nhất", COMMUNE);
            UUID theirs = published("Đặng Văn Nhì", NEIGHBOUR);
            String number = number();
            String id = enter(TRAINER, mine, theory(number)).body().path("id").asString();

            Caller.Answer answer =
                    enter(OTHER_CLERK, theirs, theory(" " + number.toLowerCase(java.util.Locale.ROOT) + " "));

            refused(answer, 422, "certificate-number-unavailable");
            assertThat(answer.body().toString()).doesNotContain("Nhất", id, mine.toString());
            assertThat(listed(OTHER_CLERK, theirs)).isEmpty();

            decide(VERIFIER, mine, id, "reject", 1, WHY);
            assertThat(enter(OTHER_CLERK, theirs, theory(number)).status()).isEqualTo(201);
            refused(correct(TRAINER, mine, id, 2, correction(number)), 422, "certificate-number-unavailable");
            assertThat(listed(TRAINER, mine).getFirst().path("state").asString())
                    .isEqualTo("REJECTED");
        }

        @Test
        void whatWasMadeOnAnOlderRevisionOrNone() {
            UUID person = published("Đặng Văn Cũ", COMMUNE);
            String id = entered(person);
            correct(TRAINER, person, id, 1, correction(number()));

            assertThat(verify(VERIFIER, person, id, 1).status()).isEqualTo(412);
            assertThat(correct(TRAINER, person, id, 1, correction(number())).status())
                    .isEqualTo(412);
            String verify = of(person) + "/" + id + "/verify";
            assertThat(as(VERIFIER)
                            .ask("POST", verify, null, "Idempotency-Key", key())
                            .status())
                    .isEqualTo(428);
            assertThat(as(VERIFIER)
                            .ask("POST", verify, null, "If-Match", "\"2\"")
                            .fields())
                    .containsExactly("Idempotency-Key");
            assertThat(as(TRAINER).ask("POST", of(person), theory(number())).fields())
                    .containsExactly("Idempotency-Key");
            assertThat(decide(VERIFIER, person, id, "reject", 2, Map.of("reason", "x"))
                            .codes())
                    .containsExactly("wrong-length");
        }

        @Test
        void whoMayNot() {
            UUID person = published("Đặng Văn Cấm", COMMUNE);
            String id = entered(person);

            assertThat(enter(OFFICER, person, theory(number())).status()).isEqualTo(403);
            assertThat(enter(VERIFIER, person, theory(number())).status()).isEqualTo(403);
            assertThat(verify(TRAINER, person, id, 1).status()).isEqualTo(403);
            assertThat(decide(TRAINER, person, id, "revoke", 1, WHY).status()).isEqualTo(403);
            assertThat(listed(OFFICER, person)).hasSize(1);
        }

        @Test
        void aCertificateOfSomebodyElseIsNotThere() {
            UUID person = published("Đặng Văn Này", COMMUNE);
            UUID another = published("Đặng Văn Kia", COMMUNE);
            String id = entered(person);

            assertThat(verify(VERIFIER, another, id, 1).status()).isEqualTo(404);
            assertThat(correct(TRAINER, another, id, 1, correction(number())).status())
                    .isEqualTo(404);
            assertThat(as(CLERK).get(of(another) + "/" + id + "/history").status())
                    .isEqualTo(404);
            assertThat(verify(VERIFIER, person, UUID.randomUUID().toString(), 1).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatWaitsIsPagedLongestWaitingFirst() {
        UUID person = published("Đặng Văn Chờ", OFFICE);
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> entered(person)).toList();

        List<String> found = new java.util.ArrayList<>();
        String next = "";
        do {
            JsonNode page = as(CLERK).get(WORK + "?limit=2" + next).body();
            page.path("items").forEach(item -> found.add(item.path("id").asString()));
            next = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(found).doesNotHaveDuplicates().containsSubsequence(ids);
        assertThat(as(CLERK).get(WORK + "?cursor=AAAA").fields()).containsExactly("cursor");
        assertThat(waiting(TRAINER)).doesNotContainAnyElementsOf(ids);
        assertThat(waiting(OFFICER)).isEmpty();
    }

    private static Map<String, Object> correction(String number) {
        return with(theory(number), "reason", "Nhập nhầm số hiệu");
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).collect(Collectors.toList());
    }

    private static void refused(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codes()).containsExactly(code);
        JsonNode messages = answer.body().path("findings").path(0).path("messages");
        assertThat(Stream.of("vi", "en").map(language -> messages.path(language).asString()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }
}
