package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Of each fact of a dossier its history says what was believed, from which paper, who wrote it down and who put it
 * right.
 */
class FieldHistoryIT extends PersonRequests {

    private static final String WHY = "Theo bản gốc";

    private String clerk = "";
    private String officer = "";
    private String person = "";

    @BeforeEach
    void register() {
        // What is restricted asks for a sign-in of the last minutes.
        Tokens.ofNewSession(OFFICER, "personnel");
        clerk = nameOf(CLERK);
        officer = nameOf(OFFICER);
        person = registered(CLERK, "Mạc Văn Sử", COMMUNE);
        assertThat(officer).isNotEqualTo(clerk);
    }

    private Caller.Answer write(String username, String method, String path, long revision, Map<String, Object> body) {
        Caller.Answer answer = as(username)
                .ask(
                        method,
                        PEOPLE + "/" + person + path,
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer;
    }

    private JsonNode history(String username, String path) {
        Caller.Answer answer = as(username).get(PEOPLE + "/" + person + path);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /** Each belief as {@code document: by, reason > endedBy, endedBecause}, the oldest first. */
    private static List<String> told(JsonNode beliefs) {
        return beliefs.valueStream()
                .sorted(java.util.Comparator.comparing(
                        belief -> belief.path("recordedFrom").asString()))
                .map(belief -> "%s: %s, %s > %s, %s"
                        .formatted(
                                belief.path("document").asString("-"),
                                belief.path("by").asString("-"),
                                belief.path("reason").asString("-"),
                                belief.path("endedBy").asString("-"),
                                belief.path("endedBecause").asString("-")))
                .toList();
    }

    @Test
    void whoPutANameAndAPostRightIsNamedWithTheReason() {
        String post = as(CLERK)
                .get(PEOPLE + "/" + person)
                .body()
                .path("assignments")
                .path(0)
                .path("id")
                .asString();
        write(
                OFFICER,
                "PUT",
                "/identity",
                1,
                Map.of("fullName", "Mạc Văn Sự", "sex", "MALE", "birth", "1982-08-14", "reason", WHY));
        write(OFFICER, "PUT", "/assignments/" + post, 2, with(post(COMMUNE, "2025-07-03", null), "reason", WHY));
        write(CLERK, "POST", "/assignments/" + post + "/void", 3, Map.of("reason", "Nhập nhầm người"));

        JsonNode history = history(CLERK, "/history");

        assertThat(told(history.path("identities")))
                .containsExactly(
                        "-: %s, Đăng ký hồ sơ > %s, %s".formatted(clerk, officer, WHY),
                        "-: %s, %s > -, -".formatted(officer, WHY));
        assertThat(history.path("identities")
                        .valueStream()
                        .map(identity -> identity.path("validFrom").asString()))
                .containsOnly("1900-01-01");
        assertThat(told(history.path("assignments")))
                .containsExactly(
                        "-: %s, Đăng ký hồ sơ > %s, %s".formatted(clerk, officer, WHY),
                        "-: %s, %s > %s, Nhập nhầm người".formatted(officer, WHY, clerk));
        assertThat(as(CLERK).get(PEOPLE + "/" + person).body().path("identity").has("by"))
                .as("in a history alone")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cv, OTHER_NAME, name, Ba, Tư",
        "sensitive-cv, ETHNICITY, ethnicity, 02, 01",
        "restricted-cv, ARREST, where, Hỏa Lò, Côn Đảo"
    })
    void whoPutAnEntryOfACvRightIsNamedWithItsPaper(
            String list, String kind, String field, String wrong, String right) {
        String first = list.equals("restricted-cv") ? OFFICER : CLERK;
        Map<String, String> values = new HashMap<>(Map.of(field, wrong));
        if (kind.equals("ARREST")) {
            values.put("from", "2001");
        }
        String entry = write(
                        first,
                        "POST",
                        "/" + list,
                        0,
                        Map.of("kind", kind, "values", values, "document", "Lý lịch 2010"))
                .body()
                .path("entries")
                .path(0)
                .path("id")
                .asString();
        values.put(field, right);
        write(
                OFFICER,
                "PUT",
                "/" + list + "/" + entry,
                1,
                Map.of("values", values, "document", "Khai sinh 12/1982", "reason", WHY));

        assertThat(told(history(OFFICER, "/" + list + "/history").path("items")))
                .containsExactly(
                        "Lý lịch 2010: %s, Ghi vào lý lịch > %s, %s"
                                .formatted(first.equals(CLERK) ? clerk : officer, officer, WHY),
                        "Khai sinh 12/1982: %s, %s > -, -".formatted(officer, WHY));
    }

    @ParameterizedTest
    @CsvSource({
        "ratings, ratings, 'year=2024,rating=HTTNV', 'year=2024,rating=HTNV'",
        "disciplines, disciplines, 'form=REPRIMAND,decidedOn=2023-05-10', 'form=WARNING,decidedOn=2023-05-10'",
        "health-certificates, healthCertificates, issuedOn=2026-09-15, issuedOn=2026-09-16",
        "suspensions, suspensions, from=2026-10-01, 'from=2026-10-01,until=2026-11-01'",
        "confidence-votes, confidenceVotes, 'heldOn=2024-12-01,high=5,confidence=4,low=1',"
                + " 'heldOn=2024-12-01,high=4,confidence=5,low=1'"
    })
    void whoPutRightOrVoidedWhatIsOnRecordIsNamedWithItsPaper(String list, String part, String wrong, String right) {
        String fact = write(CLERK, "POST", "/" + list, 1, with(body(wrong), "document", "15-TB/ĐU"))
                .body()
                .path(part)
                .path(0)
                .path("id")
                .asString();
        write(
                OFFICER,
                "PUT",
                "/" + list + "/" + fact,
                2,
                with(with(body(right), "document", "16-TB/ĐU"), "reason", WHY));
        write(CLERK, "POST", "/" + list + "/" + fact + "/void", 3, Map.of("reason", "Nhập nhầm người"));

        JsonNode history = history(CLERK, "/conduct/history");

        assertThat(told(history.path(part)))
                .containsExactly(
                        "15-TB/ĐU: %s, Ghi vào hồ sơ > %s, %s".formatted(clerk, officer, WHY),
                        "16-TB/ĐU: %s, %s > %s, Nhập nhầm người".formatted(officer, WHY, clerk));
        assertThat(history(CLERK, "/conduct").path(part)).isEmpty();
        assertThat(auditEntries(person)).contains("getConductHistory");
    }

    private static Map<String, Object> body(String fields) {
        Map<String, Object> body = new HashMap<>();
        for (String field : fields.split(",", -1)) {
            String[] words = field.split("=", -1);
            body.put(words[0], words[1].matches("\\d+") ? (Object) Integer.valueOf(words[1]) : words[1]);
        }
        return body;
    }

    @Test
    void whoMayNotReadAClassGetsNoHistoryOfIt() {
        write(CLERK, "POST", "/disciplines", 1, Map.of("form", "REPRIMAND", "decidedOn", "2023-05-10"));
        write(CLERK, "POST", "/sensitive-cv", 0, Map.of("kind", "ETHNICITY", "values", Map.of("ethnicity", "02")));
        grant("daotao.truong", "TRAINING_OFFICER", COMMUNE);
        String path = PEOPLE + "/" + person;

        assertThat(as("daotao.truong").get(path + "/history").status()).isEqualTo(200);
        for (String closed : List.of("/conduct/history", "/sensitive-cv/history", "/restricted-cv/history")) {
            assertThat(as("daotao.truong").get(path + closed).status())
                    .as(closed)
                    .isEqualTo(403);
        }
        assertThat(as(CLERK).get(path + "/restricted-cv/history").status()).isEqualTo(403);
        for (String any : List.of("/history", "/conduct/history", "/cv/history", "/sensitive-cv/history")) {
            assertThat(as(OTHER_CLERK).get(path + any).status()).as(any).isEqualTo(404);
        }
    }
}
