package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A round from its opening to what it leaves in the files. */
class EvaluationIT extends EvaluationRequests {

    private UUID unit = new UUID(0, 0);
    private final List<String> people = new ArrayList<>();

    @BeforeEach
    void aUnitOfSix() {
        unit = UUID.randomUUID();
        establish(unit, COMMUNE, "Trung tâm đánh giá");
        decider(COMMUNE);
        IntStream.range(0, 6).forEach(i -> people.add(registered(CLERK, "Giáp Văn Hạng" + (char) ('A' + i), unit)));
    }

    @AfterEach
    void nobodyIsAnybody() {
        is(CLERK, null);
        is(HEAD, null);
    }

    /** One excellent and five good, so that one is as many as there may be. */
    private String scored(@Nullable Integer quarter) {
        String round = id(open(CLERK, round(unit, quarter)));
        for (int i = 0; i < people.size(); i++) {
            Caller.Answer written = write(CLERK, round, people.get(i), sheet("STAFF", i == 0 ? 95 : 80));
            assertThat(written.status()).as(written.body().toString()).isEqualTo(200);
        }
        return round;
    }

    private String proposed(@Nullable Integer quarter) {
        String round = scored(quarter);
        Caller.Answer proposed = step(CLERK, "POST", round, "/propose", null);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(200);
        return round;
    }

    private Caller.Answer decide(String username, String round) {
        return step(username, "POST", round, "/decide", Map.of("document", "12-QĐ/ĐU"));
    }

    private List<String> ratings(String person) {
        return as(CLERK)
                .get(PEOPLE + "/" + person + "/conduct")
                .body()
                .path("ratings")
                .valueStream()
                .map(rating -> rating.path("year").asInt() + " "
                        + rating.path("rating").asString() + " "
                        + rating.path("document").asString(""))
                .toList();
    }

    private List<String> results(String person) {
        return as(CLERK)
                .get(PEOPLE + "/" + person + "/evaluations")
                .body()
                .path("items")
                .valueStream()
                .map(result -> result.path("quarter").asInt(0) + " "
                        + result.path("grade").asString() + " "
                        + result.path("points").asString())
                .toList();
    }

    private List<String> awaited(String username, String round) {
        return as(username)
                .get("/api/personnel/work-items?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(round))
                .map(item ->
                        item.path("year").asInt() + " " + item.path("subject").asString())
                .toList();
    }

    @Test
    void aYearThatIsDecidedBecomesTheRatingOfEachFile() {
        Caller.Answer opened = open(CLERK, round(unit, null));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        assertThat(opened.etag()).isEqualTo("\"1\"");
        assertThat(opened.body().path("sheets")).hasSize(6);
        assertThat(opened.body().path("line").path("decideBefore").asString()).isEqualTo("2026-12-05");
        String round = id(opened);
        Caller.Answer missing = step(CLERK, "POST", round, "/propose", null);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body().path("findings").path(0).path("field").asString())
                .startsWith("sheets." + people.getFirst() + ".");
        for (int i = 0; i < 6; i++) {
            write(CLERK, round, people.get(i), sheet("STAFF", i == 0 ? 95 : 80));
        }
        assertThat(ratings(people.getFirst())).isEmpty();

        Caller.Answer proposed = step(CLERK, "POST", round, "/propose", null);
        assertThat(proposed.body().path("line").path("state").asString()).isEqualTo("PROPOSED");
        assertThat(awaited(HEAD, round)).containsExactly("2026 Trung tâm đánh giá");
        assertThat(awaited(CLERK, round)).isEmpty();
        Caller.Answer decided = decide(HEAD, round);

        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        assertThat(decided.body().path("line").path("state").asString()).isEqualTo("DECIDED");
        assertThat(ratings(people.getFirst())).containsExactly("2026 HTXSNV 12-QĐ/ĐU");
        assertThat(ratings(people.get(3))).containsExactly("2026 HTTNV 12-QĐ/ĐU");
        assertThat(results(people.getFirst())).containsExactly("0 HTXSNV 95.0");
        assertThat(awaited(HEAD, round)).isEmpty();
        assertThat(auditEntries(people.getFirst()))
                .contains("openEvaluation", "writeEvaluationSheet", "proposeEvaluation", "decideEvaluation");
    }

    @Test
    void whoIsNeitherAuthorNorInTheRoundDecides() {
        String round = proposed(null);

        assertThat(decide(CLERK, round).status()).isEqualTo(403);
        String one = UUID.randomUUID().toString();
        is(CLERK, one);
        is(HEAD, one);
        // Whose the accounts are may be known later than what was written by them.
        assertThat(decide(HEAD, round).codes()).containsExactly("own-evaluation");
        assertThat(step(CLERK, "PUT", round, "/sheets/" + people.getFirst(), sheet("STAFF", 10))
                        .codes())
                .containsExactly("evaluation-in-other-state-PROPOSED");
        is(CLERK, null);
        is(HEAD, people.get(1));
        Caller.Answer others = decide(HEAD, round);
        assertThat(others.body().path("line").path("state").asString()).isEqualTo("PROPOSED");
        assertThat(sheetOf(others.body(), people.get(1)).has("decidedBy")).isFalse();
        assertThat(sheetOf(others.body(), people.get(2)).has("decidedBy")).isTrue();
        assertThat(ratings(people.get(1))).isEmpty();
        assertThat(decide(HEAD, round).codes()).containsExactly("own-affair");
        is(HEAD, null);
        assertThat(decide(HEAD, round).body().path("line").path("state").asString())
                .isEqualTo("DECIDED");
        assertThat(ratings(people.get(1))).hasSize(1);
    }

    @Test
    void oneHandWithTwoAccountsDoesNotDecide() {
        String one = UUID.randomUUID().toString();
        is(CLERK, one);
        is(HEAD, one);
        String round = proposed(null);

        assertThat(decide(HEAD, round).codes()).containsExactly("own-evaluation");
        assertThat(awaited(HEAD, round)).isEmpty();
        assertThatThrownBy(() -> asOwner("UPDATE evaluation_sheet SET grade = 'HTNV', decided_by = 'x', deciders ="
                        + " authors, decided_at = now() WHERE evaluation_id = '" + round + "'"))
                .hasStackTraceContaining("evaluation_sheet_four_eyes");
        assertThatThrownBy(() -> asOwner("UPDATE evaluation_sheet SET grade = 'HTNV', decided_by = 'x', deciders ="
                        + " ARRAY[person_id::text], decided_at = now() WHERE evaluation_id = '" + round + "'"))
                .hasStackTraceContaining("evaluation_sheet_four_eyes");
    }

    @Test
    void nobodyWritesTheirOwnSheet() {
        String round = id(open(CLERK, round(unit, null)));
        is(CLERK, people.getFirst());

        assertThat(write(CLERK, round, people.getFirst(), sheet("STAFF", 95)).codes())
                .containsExactly("own-affair");
        assertThat(write(CLERK, round, people.get(1), sheet("STAFF", 95)).status())
                .isEqualTo(200);
    }

    @Test
    void tooManyExcellentOnesAreNotProposed() {
        String round = scored(null);
        Caller.Answer two = write(CLERK, round, people.get(1), sheet("STAFF", 92));
        JsonNode tally = two.body().path("tallies").path(0);
        assertThat(tally.path("excellent").asInt()).isEqualTo(2);
        assertThat(tally.path("of").asInt()).isEqualTo(4);
        assertThat(tally.path("allowed").asInt()).isZero();
        assertThat(tally.path("most").asInt()).isEqualTo(1);

        assertThat(step(CLERK, "POST", round, "/propose", null).codes())
                .containsExactly("evaluation-too-many-excellent-UNIT", "evaluation-too-many-excellent-STAFF");
        Map<String, Object> lowered =
                with(with(sheet("STAFF", 92), "proposed", "HTTNV"), "reason", "Vượt tỷ lệ xuất sắc");
        write(CLERK, round, people.get(1), lowered);
        assertThat(step(CLERK, "POST", round, "/propose", null).status()).isEqualTo(200);
    }

    @Test
    void theHeadIsProposedOnceTheUnitIsRated() {
        String round = scored(null);
        write(CLERK, round, people.get(5), sheet("HEAD", 80));

        assertThat(step(CLERK, "POST", round, "/propose", null).codes())
                .containsExactlyInAnyOrder("evaluation-too-many-excellent-STAFF", "evaluation-unit-grade-unknown");
        write(CLERK, round, people.getFirst(), sheet("STAFF", 85));
        step(CLERK, "PUT", round, "", Map.of("unitGrade", "HTNV"));
        assertThat(step(CLERK, "POST", round, "/propose", null).codes()).containsExactly("evaluation-head-above-unit");
        step(CLERK, "PUT", round, "", Map.of("unitGrade", "HTTNV", "unitGradeDocument", "9-QĐ/UBND"));
        assertThat(step(CLERK, "POST", round, "/propose", null).status()).isEqualTo(200);
    }

    @Test
    void aDecisionIsOpenedAgainAndTheRatingPutRight() {
        String round = proposed(null);
        decide(HEAD, round);
        assertThat(step(CLERK, "POST", round, "/reopen", Map.of("reason", "Sửa sai"))
                        .status())
                .isEqualTo(403);
        step(HEAD, "POST", round, "/reopen", Map.of("reason", "Có khiếu nại"));
        assertThat(ratings(people.get(2))).containsExactly("2026 HTTNV 12-QĐ/ĐU");
        write(CLERK, round, people.get(2), sheet("STAFF", 60));
        // Four good ones now: nobody may be excellent.
        assertThat(step(CLERK, "POST", round, "/propose", null).status()).isEqualTo(422);
        write(CLERK, round, people.getFirst(), sheet("STAFF", 89));
        step(CLERK, "POST", round, "/propose", null);
        Caller.Answer again = step(HEAD, "POST", round, "/decide", Map.of("document", "15-QĐ/ĐU"));

        assertThat(again.status()).as(again.body().toString()).isEqualTo(200);
        assertThat(ratings(people.get(2))).containsExactly("2026 HTNV 15-QĐ/ĐU");
        assertThat(ratings(people.getFirst())).containsExactly("2026 HTTNV 15-QĐ/ĐU");
        assertThat(results(people.get(2))).containsExactly("0 HTNV 60.0");
        assertThat(count(
                        "SELECT count(*) FROM conduct_past WHERE ended_because = 'Có khiếu nại' AND person_id = ?",
                        UUID.fromString(people.get(2))))
                .isEqualTo(1);
    }

    @Test
    void whoIsRatedAlreadyIsNotRatedTwice() {
        as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + people.get(4) + "/ratings",
                        Map.of("year", 2026, "rating", "HTNV"),
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key());
        Caller.Answer refused = decide(HEAD, proposed(null));

        assertThat(refused.codes()).containsExactly("year-is-rated");
        assertThat(refused.body().path("findings").path(0).path("field").asString())
                .isEqualTo("sheets." + people.get(4) + ".year");
        assertThat(ratings(people.getFirst())).isEmpty();
    }

    @Test
    void aDisciplineOnFileDecides() {
        as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + people.getFirst() + "/disciplines",
                        Map.of("form", "REPRIMAND", "decidedOn", "2026-09-10"),
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key());

        JsonNode third = as(CLERK).get(EVALUATIONS + "/" + scored(3)).body();
        JsonNode fourth = as(CLERK).get(EVALUATIONS + "/" + scored(4)).body();

        assertThat(sheetOf(third, people.getFirst()).path("grade").asString()).isEqualTo("KHTNV");
        assertThat(sheetOf(third, people.getFirst())
                        .path("remarks")
                        .path(0)
                        .path("finding")
                        .path("article")
                        .asString())
                .isEqualTo("233/2026/NĐ-CP");
        assertThat(sheetOf(fourth, people.getFirst()).path("grade").asString()).isEqualTo("HTXSNV");
    }

    @Test
    void aQuarterStaysHereAndGoesWithWhoeverMoves() {
        String third = proposed(3);
        decide(HEAD, third);
        String moved = people.getFirst();
        assertThat(ratings(moved)).isEmpty();
        assertThat(results(moved)).containsExactly("3 HTXSNV 95.0");
        UUID other = moved(moved, "2026-10-15");

        Caller.Answer year = open(OTHER_CLERK, round(other, null));
        assertThat(year.status()).as(year.body().toString()).isEqualTo(201);
        JsonNode quarters = sheetOf(year.body(), moved).path("otherQuarters");
        assertThat(quarters).hasSize(1);
        assertThat(quarters.path(0).path("unitName").asString()).isEqualTo("Trung tâm đánh giá");
        assertThat(as(CLERK).get(EVALUATIONS + "/" + third).body().toString()).doesNotContain(moved);
        assertThat(as(CLERK).get(PEOPLE + "/" + moved + "/evaluations").status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(EVALUATIONS + "/" + third).status()).isEqualTo(404);
    }

    @Test
    void whoComesAndLeavesIsBroughtUpToDate() {
        String round = id(open(CLERK, round(unit, null)));
        String late = registered(CLERK, "Giáp Văn Muộn", unit);

        Caller.Answer refreshed = step(CLERK, "POST", round, "/people", Map.of("leaveOut", List.of(people.getFirst())));

        assertThat(refreshed.body().path("sheets")).hasSize(6);
        assertThat(refreshed.body().toString()).contains(late).doesNotContain(people.getFirst());
        // One of another round is not in this one.
        Caller.Answer twice = open(CLERK, round(unit, null));
        assertThat(twice.codes()).containsExactly("evaluation-already-there");
        Map<String, Object> byOther = with(round(unit, null), "scheme", "PARTY_YEAR_366");
        assertThat(open(CLERK, byOther).body().path("sheets")).hasSize(1);
    }

    @Test
    void whoLeftTheReachIsTakenOutUnseen() {
        String round = id(open(CLERK, round(unit, null)));
        for (int i = 1; i < 6; i++) {
            write(CLERK, round, people.get(i), sheet("STAFF", 80));
        }
        moved(people.getFirst(), "2026-10-15");
        assertThat(as(CLERK).get(EVALUATIONS + "/" + round).body().path("sheets"))
                .hasSize(5);
        assertThat(step(CLERK, "POST", round, "/propose", null).codes())
                .containsExactly("evaluation-people-out-of-reach");

        step(CLERK, "POST", round, "/people", Map.of("leaveOut", List.of()));

        assertThat(step(CLERK, "POST", round, "/propose", null).status()).isEqualTo(200);
        assertThat(count("SELECT count(*) FROM evaluation_sheet WHERE evaluation_id = ?", UUID.fromString(round)))
                .isEqualTo(5);
    }

    /** Takes somebody to a unit of the neighbour. */
    private UUID moved(String person, String day) {
        long revision =
                as(OFFICER).get(PEOPLE + "/" + person).body().path("revision").asLong();
        as(OFFICER)
                .ask(
                        "PUT",
                        PEOPLE + "/" + person + "/assignments/" + mainPost(person),
                        with(post(unit, "2025-07-01", day), "reason", "Điều động"),
                        "If-Match",
                        "\"" + revision + "\"");
        UUID other = UUID.randomUUID();
        establish(other, NEIGHBOUR, "Trung tâm mới");
        Caller.Answer post = addPost(OFFICER, person, revision + 1, with(post(other, day, null), "concurrent", false));
        assertThat(post.status()).as(post.body().toString()).isEqualTo(201);
        return other;
    }

    @Test
    void whatIsTypedWronglyIsSaidAtItsCell() {
        String round = id(open(CLERK, round(unit, null)));
        Map<String, Object> wrong =
                Map.of("scores", Map.of("CHUNG", List.of(31)), "circumstances", Map.of("LATE_PERCENT", 3));

        Caller.Answer refused = write(CLERK, round, people.getFirst(), wrong);

        assertThat(refused.codes())
                .containsExactlyInAnyOrder("evaluation-points-out-of-range", "evaluation-fact-not-asked");
        assertThat(write(CLERK, round, people.getFirst(), with(wrong, "circumstances", Map.of("NIX", 1)))
                        .status())
                .isEqualTo(422);
        assertThat(write(CLERK, round, UUID.randomUUID().toString(), sheet("STAFF", 80))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOfficialSeesTheirOwnResults() {
        decide(HEAD, proposed(3));
        String official = "quyhoach.tinh";
        grantOwnRecord(official, COMMUNE, people.getFirst());

        assertThat(as(official)
                        .get(PEOPLE + "/" + people.getFirst() + "/evaluations")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(as(official)
                        .get(PEOPLE + "/" + people.get(1) + "/evaluations")
                        .status())
                .isEqualTo(404);
        assertThat(as(official).get(EVALUATIONS).status()).isEqualTo(403);
        hold(official);
    }
}
