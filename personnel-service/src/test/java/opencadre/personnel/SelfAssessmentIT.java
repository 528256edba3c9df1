package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Officials say of themselves what they think of their work, and whoever rates them reads it. */
class SelfAssessmentIT extends EvaluationRequests {

    private static final String OFFICIAL = "quyhoach.tinh";

    private final UUID unit = UUID.randomUUID();
    private String person = "";
    private String colleague = "";
    private String round = "";

    @BeforeEach
    void anOfficialInARound() {
        establish(unit, COMMUNE, "Trung tâm tự đánh giá");
        decider(COMMUNE);
        person = registered(CLERK, "Giáp Văn Tự", unit);
        colleague = registered(CLERK, "Giáp Văn Bạn", unit);
        round = id(open(CLERK, round(unit, 3)));
        grantOwnRecord(OFFICIAL, unit, person);
    }

    @AfterEach
    void nobodysAccount() {
        hold(OFFICIAL);
    }

    private JsonNode own() {
        Caller.Answer answer = as(OFFICIAL).get(PEOPLE + "/" + person + "/self-assessments");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("items");
    }

    private Caller.Answer say(String username, String of, long revision, Map<String, Object> words) {
        return as(username)
                .ask(
                        "PUT",
                        PEOPLE + "/" + of + "/self-assessments/" + round,
                        words,
                        "If-Match",
                        "\"" + revision + "\"");
    }

    private static Map<String, Object> words(Object common, Object result) {
        return Map.of(
                "scores",
                Map.of("CHUNG", List.of(common), "KET_QUA", List.of(result)),
                "grade",
                "HTTNV",
                "comment",
                "Hoàn thành đúng hạn; còn chậm văn bản <b>");
    }

    private JsonNode asRated() {
        return sheetOf(as(CLERK).get(EVALUATIONS + "/" + round).body(), person);
    }

    @Test
    void whatOfficialsSayOfThemselvesStandsBesideWhatIsSaidOfThem() {
        JsonNode before = own();
        assertThat(before).hasSize(1);
        assertThat(before.path(0).path("evaluationId").asString()).isEqualTo(round);
        assertThat(before.path(0).path("revision").asLong()).isZero();
        assertThat(before.path(0).path("writable").asBoolean()).isTrue();
        assertThat(before.path(0).path("scheme").path("criteria")).isNotEmpty();
        String etag = as(CLERK).get(EVALUATIONS + "/" + round).etag();

        Caller.Answer said = say(OFFICIAL, person, 0, words(28.5, 60));

        assertThat(said.status()).as(said.body().toString()).isEqualTo(200);
        assertThat(said.etag()).isEqualTo("\"1\"");
        assertThat(said.body().path("said").path("points").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(said.body().path("said").path("complete").asBoolean()).isTrue();
        JsonNode self = asRated().path("self");
        assertThat(self.path("points").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(self.path("grade").asString()).isEqualTo("HTTNV");
        assertThat(self.path("comment").asString()).isEqualTo("Hoàn thành đúng hạn; còn chậm văn bản <b>");
        assertThat(asRated().path("scores")).isEmpty();
        // Whoever rates was not disturbed by it.
        assertThat(as(CLERK).get(EVALUATIONS + "/" + round).etag()).isEqualTo(etag);
        assertThat(sheetOf(as(CLERK).get(EVALUATIONS + "/" + round).body(), colleague)
                        .has("self"))
                .isFalse();
        assertThat(auditEntries(person)).contains("writeSelfAssessment", "listSelfAssessments");
    }

    @Test
    void itMayBeSaidInPartAndAnewAndNotOverWhatWasSaidMeanwhile() {
        assertThat(say(OFFICIAL, person, 0, Map.of("scores", Map.of("CHUNG", List.of(20))))
                        .body()
                        .path("said")
                        .path("complete")
                        .asBoolean())
                .isFalse();

        assertThat(say(OFFICIAL, person, 0, words(30, 70)).status()).isEqualTo(412);
        assertThat(say(OFFICIAL, person, 1, words(30, 70)).status()).isEqualTo(200);

        assertThat(own().path(0).path("revision").asLong()).isEqualTo(2);
        assertThat(own().path(0).path("said").path("points").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void whatCannotBeIsFoundAtItsCell() {
        assertThat(say(OFFICIAL, person, 0, words(31, 60)).codes()).containsExactly("evaluation-points-out-of-range");
        assertThat(say(OFFICIAL, person, 0, words(28.555, 60)).codes())
                .containsExactly("evaluation-points-out-of-range");
        assertThat(say(OFFICIAL, person, 0, Map.of("scores", Map.of("KHAC", List.of(1))))
                        .codes())
                .containsExactly("evaluation-no-such-criterion");
        assertThat(say(OFFICIAL, person, 0, Map.of("comment", "thiếu điểm")).status())
                .isEqualTo(400);
        assertThat(own().path(0).has("said")).isFalse();
    }

    @Test
    void nobodySaysItForAnotherAndNobodyElseSeesTheOwnPage() {
        assertThat(say(OFFICIAL, colleague, 0, words(20, 20)).status()).isEqualTo(404);
        assertThat(as(OFFICIAL)
                        .get(PEOPLE + "/" + colleague + "/self-assessments")
                        .status())
                .isEqualTo(404);
        for (String username : List.of(CLERK, OFFICER, OTHER_CLERK)) {
            assertThat(say(username, person, 0, words(20, 20)).status()).isEqualTo(403);
            assertThat(as(username)
                            .get(PEOPLE + "/" + person + "/self-assessments")
                            .status())
                    .isEqualTo(403);
        }
        // The round itself is of the unit.
        assertThat(as(OFFICIAL).get(EVALUATIONS + "/" + round).status()).isEqualTo(403);
    }

    @Test
    void onceItIsProposedItStaysAsItWasRead() {
        say(OFFICIAL, person, 0, words(20, 60));
        for (String each : List.of(person, colleague)) {
            write(CLERK, round, each, sheet("STAFF", 80));
        }
        Caller.Answer proposed = step(CLERK, "POST", round, "/propose", null);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(200);

        assertThat(say(OFFICIAL, person, 1, words(30, 70)).codes())
                .containsExactly("evaluation-in-other-state-PROPOSED");
        assertThat(own().path(0).path("writable").asBoolean()).isFalse();
        assertThat(step(HEAD, "POST", round, "/reopen", Map.of("reason", "Xem lại điểm"))
                        .status())
                .isEqualTo(200);
        assertThat(say(OFFICIAL, person, 1, words(30, 60)).status()).isEqualTo(200);
    }

    @Test
    void whoIsTakenOutOfTheRoundHasNothingToSay() {
        say(OFFICIAL, person, 0, words(20, 60));

        Caller.Answer left = step(CLERK, "POST", round, "/people", Map.of("leaveOut", List.of(person)));
        assertThat(left.status()).as(left.body().toString()).isEqualTo(200);

        assertThat(own()).isEmpty();
        assertThat(say(OFFICIAL, person, 1, words(20, 60)).status()).isEqualTo(404);
    }
}
