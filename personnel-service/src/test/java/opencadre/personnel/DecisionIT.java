package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import opencadre.kit.events.Inbox;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a conclusion of planning, or a hand, to facts on their day. */
class DecisionIT extends DecisionRequests {

    private static final String SINCE_REFORM = "2025-07-01..";

    @Autowired
    private Inbox inbox;

    @Test
    void aConclusionBecomesADraftAndItsPaperChangesEverythingOnItsDay() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Lên", COMMUNE);
        JsonNode draft = conclusion(person, seat);
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("effects")
                        .valueStream()
                        .map(effect -> effect.path("act").asString()))
                .containsExactly("START", "END");
        assertThat(draft.path("effects").path(0).has("effectiveFrom")).isFalse();

        JsonNode issued = issued(draft, DAY);

        assertThat(issued.path("state").asString()).isEqualTo("ISSUED");
        assertThat(holders(seat, DAY.minusDays(1))).isEmpty();
        assertThat(holders(seat, DAY)).containsExactly(person);
        advance(DAY.minusDays(1));
        assertThat(holders(seat, DAY.minusDays(1))).isEmpty();
        advance(DAY);
        assertThat(as(CLERK).get(SEATS + "/" + seat).body().path("heldBy")).hasSize(1);
        assertThat(postDays(person, true)).containsExactly(DAY + "..");
        assertThat(postDays(person, false)).containsExactly(SINCE_REFORM + DAY);
        advance(DAY.plusDays(1));
        assertThat(as(CLERK).get(SEATS + "/" + seat).body().path("heldBy")).hasSize(1);
        JsonNode post =
                as(CLERK).get(PEOPLE + "/" + person).body().path("assignments").path(0);
        assertThat(post.path("decisionId").asString())
                .isEqualTo(issued.path("id").asString());
        assertThat(post.path("reason").asString())
                .contains("Bổ nhiệm", issued.path("number").asString());
        assertThat(post.has("decisionNumber")).isFalse();
        assertThat(as(CLERK)
                        .get(PEOPLE + "/" + person + "/history")
                        .body()
                        .path("assignments")
                        .valueStream()
                        .filter(belief -> belief.has("decisionId"))
                        .map(belief -> belief.path("decisionNumber").asString("")))
                .containsOnly(issued.path("number").asString());
        assertThat(auditEntries(person)).contains("issueDecision");
    }

    private String seatBy(String kind) {
        String seat = UUID.randomUUID().toString();
        title("T_THU", 50);
        assertThat(as(ADMIN)
                        .ask("PUT", SEATS + "/" + seat, with(seatIn(COMMUNE, "T_THU"), "kind", kind))
                        .status())
                .isEqualTo(200);
        return seat;
    }

    @Test
    void whoeverIsToBeElectedIsPresentedAndTheElectionGivesThePost() {
        for (String kind : List.of("ELECTED", "RATIFIED")) {
            String seat = seatBy(kind);
            String person = registered(CLERK, "Đinh Văn Cử", COMMUNE);
            JsonNode draft = conclusion(person, seat);

            assertThat(draft.path("kind").asString()).isEqualTo("NOMINATE");
            assertThat(draft.path("effects")
                            .valueStream()
                            .map(effect -> effect.path("act").asString()))
                    .containsExactly("NOMINATE");
            assertThat(issued(draft, TODAY).path("state").asString()).isEqualTo("ISSUED");
            assertThat(holders(seat, DAY)).isEmpty();
            assertThat(postDays(person, false)).containsExactly(SINCE_REFORM);
        }
    }

    @Test
    void whoeverIsDesignatedTakesTheSeatByADesignation() {
        String seat = seatBy("DESIGNATED");
        String person = registered(CLERK, "Đinh Văn Chỉ", COMMUNE);
        JsonNode draft = conclusion(person, seat);

        assertThat(draft.path("kind").asString()).isEqualTo("DESIGNATE");
        issued(draft, DAY);
        assertThat(holders(seat, DAY)).containsExactly(person);
    }

    @Test
    void aPersonFromTheNextCommuneComesOnTheDayAndIsNotSeenBefore() {
        String seat = seat(COMMUNE);
        String person = registered(OTHER_CLERK, "Đinh Văn Sang", NEIGHBOUR);
        JsonNode draft = conclusion(person, seat);
        assertThat(about(CLERK, person)).isEmpty();
        assertThat(about(OTHER_CLERK, person)).hasSize(1);

        JsonNode issued = issued(draft, DAY);

        String path = DECISIONS + "/" + issued.path("id").asString();
        advance(DAY.minusDays(1));
        assertThat(as(CLERK).get(PEOPLE + "/" + person).status()).isEqualTo(404);
        assertThat(as(CLERK).get(path).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + person).status()).isEqualTo(200);
        advance(DAY);
        assertThat(as(CLERK).get(PEOPLE + "/" + person).status()).isEqualTo(200);
        assertThat(as(CLERK).get(path).status()).isEqualTo(200);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + person).status()).isEqualTo(404);
    }

    @Test
    void aConclusionIsDrawnUpOnceAndAnewWhenItIsAnother() {
        String seat = seat(COMMUNE);
        String first = registered(CLERK, "Đinh Văn Nhất", COMMUNE);
        String second = registered(CLERK, "Đinh Văn Nhì", COMMUNE);
        String marker = registered(CLERK, "Đinh Văn Mốc", COMMUNE);
        UUID procedure = UUID.randomUUID();
        concluded(procedure, 1, first, seat);
        concluded(procedure, 1, first, seat);
        concluded(procedure, 2, first, seat);
        conclusion(marker, seat);
        await(() -> !about(OFFICER, first).isEmpty());
        assertThat(about(OFFICER, first)).hasSize(1);
        assertThat(about(OFFICER, first).getFirst().path("revision").asLong()).isEqualTo(1);

        concluded(procedure, 3, second, seat);

        await(() -> !about(OFFICER, second).isEmpty());
        assertThat(about(OFFICER, first)).isEmpty();
        JsonNode draft = about(OFFICER, second).getFirst();
        assertThat(draft.path("revision").asLong()).isEqualTo(2);
        issued(draft, DAY);
        concluded(procedure, 4, first, seat);
        conclusion(registered(CLERK, "Đinh Văn Mốc", COMMUNE), seat);
        assertThat(about(OFFICER, first)).as("what was issued stays").isEmpty();
    }

    @Test
    void readAnewTheTopicGivesTheDraftsAgainAndLeavesWhatWasMadeOfThem() {
        String seat = seat(COMMUNE);
        String open = registered(CLERK, "Đinh Văn Chờ", COMMUNE);
        String signed = registered(CLERK, "Đinh Văn Ký", COMMUNE);
        JsonNode draft = conclusion(open, seat);
        JsonNode issued = issued(conclusion(signed, seat(COMMUNE)), DAY);

        inbox.rebuild("planning.procedure.v1");

        await(() -> about(OFFICER, open).size() == 1
                && !about(OFFICER, open).getFirst().path("id").equals(draft.path("id")));
        assertThat(about(OFFICER, signed)).hasSize(1);
        assertThat(about(OFFICER, signed).getFirst().path("id")).isEqualTo(issued.path("id"));
        assertThat(about(OFFICER, signed).getFirst().path("revision").asLong()).isEqualTo(2);
    }

    @Test
    void aRepeatedRequestIssuesOnce() {
        String person = registered(CLERK, "Đinh Văn Lặp", COMMUNE);
        JsonNode draft = conclusion(person, seat(COMMUNE));
        String path = DECISIONS + "/" + draft.path("id").asString() + "/issue";
        Map<String, Object> paper = signature(number(), draft, DAY);
        String key = key();

        Caller.Answer first = as(OFFICER).ask("POST", path, paper, "If-Match", "\"1\"", "Idempotency-Key", key);
        Caller.Answer again = as(OFFICER).ask("POST", path, paper, "If-Match", "\"1\"", "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(postDays(person, true)).hasSize(1);
        assertThat(count(
                        "SELECT count(*) FROM decision_past WHERE id = ?",
                        UUID.fromString(draft.path("id").asString())))
                .isEqualTo(1);
    }

    @Test
    void anErasedProcedureTakesItsDraftAlongAndLeavesWhatWasSigned() {
        String seat = seat(COMMUNE);
        String first = registered(CLERK, "Đinh Văn Mất", COMMUNE);
        String second = registered(CLERK, "Đinh Văn Còn", COMMUNE);
        UUID lost = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        concluded(lost, 1, first, seat);
        concluded(kept, 1, second, seat);
        await(() -> !about(OFFICER, first).isEmpty() && !about(OFFICER, second).isEmpty());
        JsonNode gone = about(OFFICER, first).getFirst();
        issued(about(OFFICER, second).getFirst(), DAY);

        PLANNING.send("planning.procedure.v1", kept.toString(), 2, null);
        PLANNING.send("planning.procedure.v1", lost.toString(), 2, null);

        await(() -> about(OFFICER, first).isEmpty());
        assertThat(as(OFFICER).get(DECISIONS + "/" + gone.path("id").asString()).status())
                .isEqualTo(404);
        UUID id = UUID.fromString(gone.path("id").asString());
        assertThat(count(
                        "SELECT (SELECT count(*) FROM decision_effect WHERE decision_id = ?)"
                                + " + (SELECT count(*) FROM decision WHERE id = ?)",
                        id,
                        id))
                .isZero();
        assertThat(about(OFFICER, second)).hasSize(1);
    }

    @Test
    void whoeverPreparedItByHandDoesNotIssueIt() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Tay", COMMUNE);
        Caller.Answer drafted =
                draft(CLERK, content("APPOINT", List.of(starting(person, seat), ending(person, mainPost(person)))));
        assertThat(drafted.status()).isEqualTo(201);
        JsonNode draft = drafted.body();
        assertThat(draft.path("own").asBoolean()).isTrue();

        Caller.Answer own = act(CLERK, "issue", draft, signature(number(), draft, DAY));

        assertThat(own.codes()).containsExactly("own-decision");
        assertThat(waiting(CLERK, draft.path("id").asString())).isEmpty();
        assertThat(waiting(OFFICER, draft.path("id").asString())).hasSize(1);
        issued(draft, DAY);
        assertThat(waiting(OFFICER, draft.path("id").asString())).isEmpty();
    }

    @Test
    void whoRewritesADraftOfAProcedureIsItsAuthorFromThenOn() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Viết", COMMUNE);
        JsonNode draft = conclusion(person, seat);
        Map<String, Object> change = content("APPOINT", List.of(starting(person, seat)));
        change.put("reason", "Giữ chức vụ cũ kiêm nhiệm");

        Caller.Answer changed =
                as(CLERK).ask("PUT", DECISIONS + "/" + draft.path("id").asString(), change, "If-Match", "\"1\"");

        assertThat(changed.body().path("effects")).hasSize(1);
        assertThat(act(CLERK, "issue", changed.body(), signature(number(), changed.body(), DAY))
                        .codes())
                .containsExactly("own-decision");
    }

    @Test
    void ofTwoOfficersWhoIssueAtOnceOneIsTooLate() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Đua", COMMUNE);
        JsonNode draft = conclusion(person, seat);

        List<Integer> answers = Stream.of(OFFICER, CLERK)
                .map(username -> CompletableFuture.supplyAsync(
                        () -> act(username, "issue", draft, signature(number(), draft, DAY))
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(postDays(person, true)).hasSize(1);
    }

    @Test
    void aCorrectionByTwoDaysMovesThePostsBeforeTheDay() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Trước", COMMUNE);
        JsonNode issued = issued(conclusion(person, seat), DAY);

        Caller.Answer answer = corrected(OFFICER, issued, DAY.plusDays(2));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(postDays(person, true)).containsExactly(DAY.plusDays(2) + "..");
        assertThat(postDays(person, false)).containsExactly(SINCE_REFORM + DAY.plusDays(2));
        assertThat(holders(seat, DAY)).isEmpty();
        assertThat(holders(seat, DAY.plusDays(2))).containsExactly(person);
    }

    @Test
    void aCorrectionAfterTheDayMovesThemBothWaysAndKeepsWhatWasBelieved() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Sau", COMMUNE);
        JsonNode issued = issued(conclusion(person, seat), DAY);
        advance(DAY.plusDays(20));

        JsonNode later = corrected(OFFICER, issued, DAY.plusDays(2)).body();
        JsonNode earlier = corrected(OFFICER, later, DAY.minusDays(2)).body();

        assertThat(postDays(person, true)).containsExactly(DAY.minusDays(2) + "..");
        assertThat(postDays(person, false)).containsExactly(SINCE_REFORM + DAY.minusDays(2));
        JsonNode history = as(CLERK)
                .get(DECISIONS + "/" + earlier.path("id").asString() + "/history")
                .body();
        assertThat(history.path("items")
                        .valueStream()
                        .map(belief -> belief.path("effects")
                                .path(0)
                                .path("effectiveFrom")
                                .asString("")))
                .containsExactly(
                        "",
                        DAY.toString(),
                        DAY.plusDays(2).toString(),
                        DAY.minusDays(2).toString());
        assertThat(as(CLERK)
                        .get(PEOPLE + "/" + person + "?knownAt="
                                + issued.path("since").asString())
                        .body()
                        .path("assignments")
                        .valueStream()
                        .map(post -> post.path("validFrom").asString()))
                .contains(DAY.toString());
    }

    @Test
    void aCorrectionChangesNumberAndDaysAndNothingElse() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Khác", COMMUNE);
        JsonNode issued = issued(conclusion(person, seat), DAY);
        Map<String, Object> change = content("TRANSFER", List.of(starting(person, seat(COMMUNE))));
        change.put("reason", "thử");

        Caller.Answer answer =
                as(OFFICER).ask("PUT", DECISIONS + "/" + issued.path("id").asString(), change, "If-Match", "\"2\"");

        assertThat(answer.fields()).containsExactlyInAnyOrder("kind", "number", "signedOn", "effects");
    }

    @Test
    void aRotationSaysWhereItLeads() throws IOException {
        String person = registered(CLERK, "Đinh Văn Luân", COMMUNE);
        Map<String, Object> start = with(starting(person, seat(COMMUNE)), "concurrent", true);
        Map<String, Object> down = with(start, "direction", "DOWN");

        Caller.Answer without = draft(CLERK, content("ROTATE", List.of(start)));
        assertThat(without.fields()).containsExactly("effects[0].direction");
        assertThat(draft(CLERK, content("TRANSFER", List.of(down))).codes())
                .containsExactly("direction-only-in-a-rotation");
        JsonNode draft = draft(CLERK, content("ROTATE", List.of(down))).body();
        assertThat(words(CLERK, draft)).contains("Luân chuyển từ trên xuống.");
        JsonNode issued = issued(draft, DAY);
        assertThat(issued.path("effects").path(0).path("direction").asString()).isEqualTo("DOWN");
        assertThat(as(CLERK)
                        .get(DECISIONS + "/" + issued.path("id").asString() + "/history")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(belief ->
                                belief.path("effects").path(0).path("direction").asString()))
                .containsExactly("DOWN", "DOWN");
    }

    @Test
    void whoeverIsElectedHoldsTheSeatFromTheRatificationOn() {
        String appointed = seat(COMMUNE);
        String seat = UUID.randomUUID().toString();
        Map<String, Object> ratified = with(seatIn(COMMUNE, "T_THU"), "kind", "RATIFIED");
        assertThat(as(ADMIN).ask("PUT", SEATS + "/" + seat, ratified).status()).isEqualTo(200);
        String person = registered(CLERK, "Đinh Văn Bầu", COMMUNE);
        Map<String, Object> elected = Map.of(
                "personId",
                person,
                "act",
                "ELECT",
                "seatId",
                seat,
                "effectiveFrom",
                TODAY.minusDays(3).toString());
        Map<String, Object> start = with(starting(person, seat), "concurrent", true);

        assertThat(draft(CLERK, content("ELECT", List.of(with(elected, "seatId", appointed))))
                        .codes())
                .containsExactly("seat-is-not-elected");
        assertThat(draft(CLERK, content("ELECT", List.of(start))).codes()).containsExactly("waits-for-ratification");
        assertThat(draft(CLERK, content("APPOINT", List.of(elected))).codes()).containsExactly("kind-elects-nobody");
        JsonNode election =
                issued(draft(CLERK, content("ELECT", List.of(elected))).body(), TODAY.minusDays(3));

        assertThat(holders(seat, TODAY)).isEmpty();
        String id = election.path("id").asString();
        assertThat(waiting(CLERK, id))
                .singleElement()
                .satisfies(item -> assertThat(item.path("type").asString()).isEqualTo("ELECTION_TO_RATIFY"));
        assertThat(waiting(OTHER_CLERK, id)).isEmpty();
        assertThat(draft(
                                CLERK,
                                content(
                                        "RATIFY",
                                        List.of(with(
                                                start,
                                                "effectiveFrom",
                                                TODAY.minusDays(4).toString()))))
                        .codes())
                .containsExactly("ratified-before-elected");
        JsonNode ratification = draft(CLERK, content("RATIFY", List.of(start))).body();
        assertThat(act(
                                OFFICER,
                                "issue",
                                ratification,
                                with(signature(number(), ratification, TODAY.minusDays(4)), "reason", "Ký bù"))
                        .codes())
                .containsExactly("ratified-before-elected");
        JsonNode ratifiedThen = issued(ratification, DAY);
        assertThat(corrected(OFFICER, ratifiedThen, TODAY.minusDays(4)).codes())
                .containsExactly("ratified-before-elected");
        assertThat(holders(seat, DAY.minusDays(1))).isEmpty();
        assertThat(holders(seat, DAY)).containsExactly(person);
        assertThat(waiting(CLERK, id)).isEmpty();
    }

    @Test
    void aSuspensionLeavesThePostAndIsUndoneWithItsPaper() {
        String person = registered(CLERK, "Đinh Văn Đình", COMMUNE);
        String post = postWithTermUntil(person, 1, TODAY.plusMonths(6));
        Map<String, Object> suspending = Map.of("personId", person, "act", "SUSPEND", "assignmentId", post);

        assertThat(draft(CLERK, content("RELEASE", List.of(suspending))).codes())
                .containsExactly("kind-suspends-nobody");
        JsonNode draft = draft(CLERK, content("SUSPEND", List.of(suspending))).body();
        Map<String, Object> early = signature(number(), draft, LocalDate.of(2025, 7, 1));
        early.put("reason", "Có hiệu lực từ trước khi ký");
        assertThat(act(OFFICER, "issue", draft, early).codes()).containsExactly("post-not-held-then");
        JsonNode issued = issued(draft, DAY);

        assertThat(suspensions(person)).isEmpty();
        advance(DAY);
        assertThat(suspensions(person)).containsExactly(DAY + "..");
        assertThat(postDays(person, false)).as("the post is kept").hasSize(2);
        JsonNode conduct = as(CLERK).get(PEOPLE + "/" + person + "/conduct").body();
        Caller.Answer lifted = as(CLERK)
                .ask(
                        "PUT",
                        PEOPLE + "/" + person + "/suspensions/"
                                + conduct.path("suspensions").path(0).path("id").asString(),
                        Map.of(
                                "from", DAY.toString(),
                                "until", DAY.plusDays(30).toString(),
                                "reason", "Kết luận không vi phạm"),
                        "If-Match",
                        "\"" + conduct.path("revision").asLong() + "\"");
        assertThat(lifted.status()).as(lifted.body().toString()).isEqualTo(200);
        JsonNode moved = corrected(OFFICER, issued, DAY.minusDays(2)).body();
        assertThat(suspensions(person)).containsExactly(DAY.minusDays(2) + ".." + DAY.plusDays(30));
        Caller.Answer rescinded = act(
                OFFICER,
                "rescind",
                moved,
                Map.of("number", "97-QĐ/ĐU", "signedOn", DAY.toString(), "reason", "Không có vi phạm"));
        assertThat(rescinded.status()).as(rescinded.body().toString()).isEqualTo(200);
        assertThat(suspensions(person)).isEmpty();
    }

    private List<String> suspensions(String person) {
        return as(CLERK)
                .get(PEOPLE + "/" + person + "/conduct")
                .body()
                .path("suspensions")
                .valueStream()
                .map(each ->
                        each.path("from").asString() + ".." + each.path("until").asString(""))
                .toList();
    }

    @Test
    void whoeverIsSentIsAskedAboutHalfAYearBeforeTheyReturn() {
        String planned = registered(CLERK, "Đinh Văn Về", COMMUNE);
        String open = registered(CLERK, "Đinh Văn Ở", COMMUNE);
        LocalDate began = LocalDate.of(2025, 7, 1);
        Map<String, Object> rotated = with(
                with(with(starting(planned, seat(COMMUNE)), "concurrent", true), "direction", "DOWN"),
                "plannedReturn",
                TODAY.plusDays(180).toString());
        Map<String, Object> seconded = with(starting(open, seat(COMMUNE)), "concurrent", true);

        assertThat(draft(CLERK, content("APPOINT", List.of(with(seconded, "local", false))))
                        .codes())
                .containsExactly("local-only-in-a-rotation");
        JsonNode back = issued(
                draft(CLERK, content("ROTATE", List.of(with(rotated, "local", false))))
                        .body(),
                TODAY.minusDays(1));
        JsonNode sent =
                issued(draft(CLERK, content("SECOND", List.of(seconded))).body(), began);

        JsonNode first = waiting(CLERK, post(back)).getFirst();
        assertThat(first.path("type").asString()).isEqualTo("ROTATION_ENDS");
        assertThat(first.path("due").asString()).isEqualTo(TODAY.plusDays(180).toString());
        assertThat(first.path("note").path("vi").asString()).contains("36 tháng", "170/2025/NĐ-CP");
        assertThat(back.path("effects").path(0).path("local").asBoolean(true)).isFalse();
        assertThat(waiting(CLERK, post(sent))).isEmpty();
        assertThat(corrected(CLERK, back, TODAY.plusDays(180)).codes()).containsExactly("ends-before-it-begins");
        advance(began.plusMonths(36).minusDays(180));
        JsonNode second = waiting(CLERK, post(sent)).getFirst();
        assertThat(second.path("type").asString()).isEqualTo("SECONDMENT_ENDS");
        assertThat(second.path("due").asString()).isEqualTo(began.plusMonths(36).toString());
        assertThat(waiting(OTHER_CLERK, post(sent))).isEmpty();
    }

    @Test
    void whoeverSignsIsToldThatARotationEndsEarlyAndMaySign() {
        String person = registered(CLERK, "Đinh Văn Sớm", COMMUNE);
        Map<String, Object> start = with(starting(person, seat(COMMUNE)), "concurrent", true);
        Map<String, Object> rotated = with(
                with(start, "direction", "DOWN"),
                "plannedReturn",
                DAY.plusMonths(36).minusDays(1).toString());
        JsonNode rotation =
                issued(draft(CLERK, content("ROTATE", List.of(rotated))).body(), DAY);
        assertThat(remarks(rotation)).containsExactly("effects[0].plannedReturn rotation-planned-short");
        assertThat(rotation.path("remarks").path(0).path("article").asString()).contains("170/2025/NĐ-CP");

        LocalDate over = DAY.plusMonths(36);
        Map<String, Object> end = Map.of("personId", person, "act", "END", "assignmentId", post(rotation));
        JsonNode early = draft(
                        CLERK,
                        content(
                                "RELEASE",
                                List.of(with(
                                        end, "effectiveFrom", over.minusDays(1).toString()))))
                .body();
        JsonNode inTime = draft(CLERK, content("RELEASE", List.of(with(end, "effectiveFrom", over.toString()))))
                .body();

        assertThat(remarks(early)).containsExactly("effects[0].effectiveFrom rotation-left-early");
        assertThat(remarks(as(CLERK)
                        .get(DECISIONS + "/" + early.path("id").asString())
                        .body()))
                .hasSize(1);
        assertThat(remarks(inTime)).isEmpty();
        assertThat(issued(early, over.minusDays(1)).path("state").asString()).isEqualTo("ISSUED");
        JsonNode listed = as(CLERK)
                .get(DECISIONS + "?person=" + person)
                .body()
                .path("items")
                .path(0);
        assertThat(listed.has("remarks")).isFalse();
    }

    private static List<String> remarks(JsonNode decision) {
        return decision.path("remarks")
                .valueStream()
                .map(remark -> remark.path("field").asString() + " "
                        + remark.path("code").asString())
                .toList();
    }

    private static String post(JsonNode decision) {
        return decision.path("effects").path(0).path("assignmentId").asString();
    }

    @Test
    void whoeverIsMadeActingFillsNoPlace() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Quyền", COMMUNE);
        Map<String, Object> start = with(starting(person, seat), "concurrent", true);

        assertThat(draft(CLERK, content("ACTING", List.of(start))).codes()).containsExactly("acting-in-this-kind");
        JsonNode draft = draft(CLERK, content("IN_CHARGE", List.of(with(start, "acting", true))))
                .body();
        issued(draft, TODAY.minusDays(1));
        assertThat(holders(seat, TODAY)).containsExactly(person);
        String another = registered(CLERK, "Đinh Văn Chính", COMMUNE);
        assertThat(draft(CLERK, content("APPOINT", List.of(with(starting(another, seat), "concurrent", true))))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void rescindedBeforeOrAfterItsDayEverythingIsAsItWas() {
        for (boolean after : List.of(false, true)) {
            String seat = seat(COMMUNE);
            String person = registered(CLERK, "Đinh Văn Hoàn", COMMUNE);
            JsonNode issued = issued(conclusion(person, seat), DAY);
            advance(after ? DAY.plusDays(5) : DAY.minusDays(5));

            Caller.Answer answer = act(
                    OFFICER,
                    "rescind",
                    issued,
                    Map.of("number", "99-QĐ/ĐU", "signedOn", TODAY.toString(), "reason", "Ban hành sai thẩm quyền"));

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            assertThat(answer.body().path("state").asString()).isEqualTo("RESCINDED");
            assertThat(postDays(person, true)).isEmpty();
            assertThat(postDays(person, false)).containsExactly(SINCE_REFORM);
            assertThat(holders(seat, DAY)).isEmpty();
            JsonNode past =
                    as(CLERK).get(PEOPLE + "/" + person + "/history").body().path("assignments");
            assertThat(past.valueStream().anyMatch(post -> post.has("seatId") && post.has("recordedTo")))
                    .isTrue();
            assertThat(act(
                                    OFFICER,
                                    "rescind",
                                    answer.body(),
                                    Map.of("number", "100-QĐ/ĐU", "signedOn", TODAY.toString(), "reason", "Lần nữa"))
                            .codes())
                    .containsExactly("decision-not-issued");
            comeBack();
        }
    }

    @Test
    void whatALaterPaperBuildsOnIsRescindedAfterIt() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Chồng", COMMUNE);
        JsonNode first = issued(conclusion(person, seat), DAY);
        String post = first.path("effects").path(0).path("assignmentId").asString();
        JsonNode second = issued(
                draft(CLERK, content("RETIRE", List.of(ending(person, post)))).body(), DAY.plusDays(100));
        Map<String, Object> paper = Map.of("number", "7-QĐ/ĐU", "signedOn", TODAY.toString(), "reason", "Ban hành sai");

        assertThat(act(OFFICER, "rescind", first, paper).codes()).containsExactly("decision-is-built-on");
        assertThat(corrected(OFFICER, first, DAY.plusDays(1)).status()).isEqualTo(200);
        assertThat(postDays(person, true))
                .as("the later end stands")
                .containsExactly(DAY.plusDays(1) + ".." + DAY.plusDays(100));
        assertThat(act(OFFICER, "rescind", second, paper).status()).isEqualTo(200);
        assertThat(postDays(person, true)).containsExactly(DAY.plusDays(1) + "..");
        JsonNode again =
                as(OFFICER).get(DECISIONS + "/" + first.path("id").asString()).body();
        assertThat(act(OFFICER, "rescind", again, paper).status()).isEqualTo(200);
    }

    @Test
    void aSeatThatIsHeldIsGivenOnlyWithAPaperThatEndsItsHolder() {
        String seat = seat(COMMUNE);
        String old = registered(CLERK, "Đinh Văn Cũ", COMMUNE);
        issued(conclusion(old, seat), DAY);
        String post = as(OFFICER)
                .get(SEATS + "/" + seat + "?asOf=" + DAY)
                .body()
                .path("heldBy")
                .path(0)
                .path("assignmentId")
                .asString();
        String next = registered(CLERK, "Đinh Văn Mới", COMMUNE);
        List<Object> effects = new ArrayList<>(List.of(starting(next, seat), ending(next, mainPost(next))));
        JsonNode alone = draft(CLERK, content("APPOINT", effects)).body();
        effects.add(ending(old, post));
        JsonNode both = draft(CLERK, content("APPOINT", effects)).body();

        Caller.Answer refused = act(OFFICER, "issue", alone, signature(number(), alone, DAY.plusDays(30)));

        assertThat(refused.codes()).containsExactly("seat-is-held");
        assertThat(refused.fields()).containsExactly("effects[0].seatId");
        assertThat(postDays(next, false)).containsExactly(SINCE_REFORM);
        issued(both, DAY.plusDays(30));
        assertThat(holders(seat, DAY.plusDays(29))).containsExactly(old);
        assertThat(holders(seat, DAY.plusDays(30))).containsExactly(next);
    }

    @Test
    void aDayOfSignatureThatIsPutRightIsJudgedByThePostsOfThatDay() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Ngày", COMMUNE);
        addPost(
                OFFICER,
                person,
                1,
                with(
                        with(
                                post(PROVINCE, "2026-01-01", TODAY.minusDays(10).toString()),
                                "managementScope",
                                "PROVINCIAL_BTV"),
                        "concurrent",
                        true));
        JsonNode issued = issued(conclusion(person, seat), DAY);

        // On its last day the higher post decides, on the first day after it no longer.
        assertThat(corrected(OFFICER, issued, TODAY.minusDays(11).toString(), DAY)
                        .codes())
                .containsExactly("authority-not-the-deciding-level");
        assertThat(corrected(OFFICER, issued, TODAY.minusDays(10).toString(), DAY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theLevelThatManagesTheHighestPostDecides() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Cấp", COMMUNE);
        addPost(
                OFFICER,
                person,
                1,
                with(
                        with(post(PROVINCE, "2026-01-01", null), "managementScope", "PROVINCIAL_BTV"),
                        "concurrent",
                        true));
        JsonNode draft = conclusion(person, seat);

        Caller.Answer refused = act(OFFICER, "issue", draft, signature(number(), draft, DAY));

        assertThat(refused.codes()).containsExactly("authority-not-the-deciding-level");
        assertThat(refused.body().toString()).contains("Ban Thường vụ Tỉnh ủy");
        assertThat(act(OFFICER, "issue", draft, with(signature(number(), draft, DAY), "authority", "PROVINCIAL_BTV"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNumberStandsOnOnePaperOfABody() {
        String number = number();
        String seat = seat(COMMUNE);
        JsonNode first = conclusion(registered(CLERK, "Đinh Văn Số", COMMUNE), seat);
        JsonNode second = conclusion(registered(CLERK, "Đinh Văn Trùng", COMMUNE), seat(COMMUNE));
        JsonNode elsewhere = conclusion(registered(OTHER_CLERK, "Đinh Văn Xa", NEIGHBOUR), seat(NEIGHBOUR));
        assertThat(act(OFFICER, "issue", first, signature(number, first, DAY)).status())
                .isEqualTo(200);

        Caller.Answer taken = act(OFFICER, "issue", second, signature(number, second, DAY));

        assertThat(taken.codes()).containsExactly("decision-number-unavailable");
        assertThat(act(OFFICER, "issue", elsewhere, signature(number, elsewhere, DAY))
                        .status())
                .as("the next commune has numbers of its own")
                .isEqualTo(200);
    }

    @Test
    void aPaperOfLongAgoIsPutOnRecord() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Xưa", COMMUNE);
        JsonNode draft = draft(
                        CLERK,
                        content(
                                "APPOINT",
                                List.of(with(with(starting(person, seat), "concurrent", true), "until", "2026-06-01"))))
                .body();
        Map<String, Object> paper = signature(number(), draft, LocalDate.of(2025, 8, 1));
        paper.put("signedOn", "2025-08-05");

        assertThat(act(OFFICER, "issue", draft, paper).codes()).containsExactly("back-dating-needs-a-reason");
        JsonNode issued = act(OFFICER, "issue", draft, with(paper, "reason", "Quyết định ghi hiệu lực từ 01/8"))
                .body();
        assertThat(issued.path("backdated").asBoolean()).isTrue();
        assertThat(holders(seat, LocalDate.of(2025, 8, 1))).containsExactly(person);
        assertThat(holders(seat, LocalDate.of(2026, 6, 1))).isEmpty();
    }

    @Test
    void whatCannotBePreparedOrSignedIsRefused() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Đinh Văn Sai", COMMUNE);
        String theirs = registered(OTHER_CLERK, "Đinh Văn Ngoài", NEIGHBOUR);

        assertThat(draft(CLERK, content("RETIRE", List.of(starting(person, seat))))
                        .codes())
                .containsExactly("kind-gives-no-post");
        assertThat(draft(CLERK, content("APPOINT", List.of(ending(person, mainPost(person)))))
                        .codes())
                .containsExactly("kind-gives-a-post");
        assertThat(draft(CLERK, content("APPOINT", List.of(starting(theirs, seat))))
                        .codes())
                .containsExactly("unknown-person");
        assertThat(draft(
                                CLERK,
                                content(
                                        "APPOINT",
                                        List.of(starting(
                                                person, UUID.randomUUID().toString()))))
                        .codes())
                .containsExactly("unknown-seat");
        assertThat(draft(
                                CLERK,
                                content(
                                        "RETIRE",
                                        List.of(ending(person, UUID.randomUUID().toString()))))
                        .codes())
                .containsExactly("unknown-post");
        JsonNode draft = conclusion(person, seat);
        assertThat(act(
                                OFFICER,
                                "issue",
                                draft,
                                with(
                                        signature(number(), draft, DAY),
                                        "signedOn",
                                        TODAY.plusDays(1).toString()))
                        .codes())
                .containsExactly("signed-in-the-future");
        JsonNode outOfReach = draft(
                        OFFICER,
                        content("APPOINT", List.of(with(starting(person, seat(NEIGHBOUR)), "concurrent", true))))
                .body();
        assertThat(waiting(CLERK, outOfReach.path("id").asString()))
                .as("what waits is what one may act on")
                .isEmpty();
        assertThat(act(CLERK, "issue", outOfReach, signature(number(), outOfReach, DAY))
                        .codes())
                .containsExactly("unit-outside-scope");
    }

    @Test
    void whatWasPreparedForNothingIsDropped() {
        String person = registered(CLERK, "Đinh Văn Thôi", COMMUNE);
        JsonNode draft = conclusion(person, seat(COMMUNE));

        JsonNode dropped =
                act(CLERK, "withdraw", draft, Map.of("reason", "Không ký")).body();

        assertThat(dropped.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(waiting(OFFICER, draft.path("id").asString())).isEmpty();
        assertThat(act(OFFICER, "issue", dropped, signature(number(), dropped, DAY))
                        .codes())
                .containsExactly("decision-not-a-draft");
    }

    @Test
    void aPostInASeatThatWillEndEndsWithIt() {
        String seat = seat(COMMUNE);
        LocalDate end = TODAY.plusYears(3);
        as(ADMIN).ask("PUT", SEATS + "/" + seat, with(seatIn(COMMUNE, "T_THU"), "validTo", end.toString()));
        String person = registered(CLERK, "Đinh Văn Cuối", COMMUNE);

        issued(conclusion(person, seat), DAY);

        assertThat(postDays(person, true)).containsExactly(DAY + ".." + end);
    }

    @Test
    void theListIsNarrowedAndGoesOnWhereItStopped() {
        String person = registered(OTHER_CLERK, "Đinh Văn Trang", NEIGHBOUR);
        List<String> drafted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            JsonNode draft = draft(OTHER_CLERK, content("APPOINT", List.of(starting(person, seat(NEIGHBOUR)))))
                    .body();
            drafted.addFirst(draft.path("id").asString());
        }
        String query = DECISIONS + "?limit=2&state=DRAFT&unit=" + NEIGHBOUR + "&person=" + person;

        JsonNode first = as(OTHER_CLERK).get(query).body();
        JsonNode second = as(OTHER_CLERK)
                .get(query + "&cursor=" + first.path("next").asString())
                .body();

        assertThat(Stream.concat(
                                first.path("items").valueStream(),
                                second.path("items").valueStream())
                        .map(item -> item.path("id").asString()))
                .containsExactlyElementsOf(drafted);
        assertThat(second.has("next")).isFalse();
        assertThat(as(OTHER_CLERK)
                        .get(DECISIONS + "?state=ISSUED&person=" + person)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(as(OTHER_CLERK)
                        .get(DECISIONS + "?unit=" + COMMUNE + "&person=" + person)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aPostOfADecisionIsNotChangedBesideIt() {
        String person = registered(CLERK, "Đinh Văn Vững", COMMUNE);
        JsonNode issued = issued(conclusion(person, seat(COMMUNE)), DAY);
        String post = issued.path("effects").path(0).path("assignmentId").asString();

        Caller.Answer answer = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/assignments/" + post + "/void",
                        Map.of("reason", "thử"),
                        "If-Match",
                        "\"2\"",
                        "Idempotency-Key",
                        key());

        assertThat(answer.codes()).containsExactly("post-of-a-decision");
    }

    @Test
    void eachReaderSeesTheEffectsOnTheOwnPeopleAndHalfAPaperIsNotActedOn() {
        String mine = registered(CLERK, "Đinh Văn Đây", COMMUNE);
        String theirs = registered(OTHER_CLERK, "Đinh Văn Kia", NEIGHBOUR);
        JsonNode draft = draft(
                        OFFICER,
                        content(
                                "APPOINT",
                                List.of(
                                        with(starting(mine, seat(COMMUNE)), "concurrent", true),
                                        with(starting(theirs, seat(NEIGHBOUR)), "concurrent", true))))
                .body();
        String path = DECISIONS + "/" + draft.path("id").asString();

        JsonNode seen = as(CLERK).get(path).body();

        assertThat(draft.path("effects")).hasSize(2);
        assertThat(seen.path("effects")).hasSize(1);
        assertThat(seen.toString()).doesNotContain(theirs, "Đinh Văn Kia");
        assertThat(as(CLERK).get(path + "/history").body().toString()).doesNotContain(theirs);
        assertThat(as(CLERK).get(path + "/document").status()).isEqualTo(404);
        assertThat(waiting(CLERK, draft.path("id").asString())).isEmpty();
        assertThat(act(CLERK, "issue", seen, signature(number(), seen, DAY)).codes())
                .containsExactly("decision-outside-scope");
    }

    /** A post beside the main one whose term of a year ends on a day. */
    private String postWithTermUntil(String person, long revision, LocalDate end) {
        Map<String, Object> post = post(COMMUNE, end.minusMonths(12).toString(), null);
        post.put("concurrent", true);
        post.put("termMonths", 12);
        return addPost(CLERK, person, revision, post)
                .body()
                .path("assignments")
                .valueStream()
                .filter(line -> line.path("validFrom")
                        .asString()
                        .equals(end.minusMonths(12).toString()))
                .map(line -> line.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no post until " + end));
    }

    @Test
    void theTermOfAPostIsAskedAbout180DaysBeforeItEnds() {
        String person = registered(CLERK, "Đinh Văn Hạn", COMMUNE);
        LocalDate end = TODAY.plusDays(180);
        String soon = postWithTermUntil(person, 1, end);
        String later = postWithTermUntil(person, 2, end.plusDays(1));

        List<JsonNode> mine = waiting(CLERK, soon);

        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst().path("type").asString()).isEqualTo("TERM_EXPIRES");
        assertThat(mine.getFirst().path("due").asString()).isEqualTo(end.toString());
        assertThat(mine.getFirst().path("stage").asString()).isEqualTo("HALF_YEAR");
        assertThat(mine.getFirst().path("note").path("vi").asString()).contains("377-QĐ/TW");
        assertThat(mine.getFirst().path("personName").asString()).isEqualTo("Đinh Văn Hạn");
        assertThat(mine.getFirst().path("by").asString()).isEqualTo("Phường Sông Công");
        assertThat(waiting(CLERK, later)).isEmpty();
        assertThat(waiting(OTHER_CLERK, soon)).isEmpty();
        grant("daotao.truong", "TRAINING_OFFICER", COMMUNE);
        assertThat(as("daotao.truong").get(WORK).body().path("items")).isEmpty();
        JsonNode release =
                draft(CLERK, content("RELEASE", List.of(ending(person, soon)))).body();
        issued(release, TODAY.plusDays(100));
        assertThat(waiting(CLERK, soon)).as("somebody has seen to it").isEmpty();
        advance(TODAY.plusDays(1));
        assertThat(waiting(CLERK, later)).hasSize(1);
    }

    @Test
    void aConclusionAboutSomebodyWhoIsNotHereIsParkedAndTheOthersGoOn() {
        UUID procedure = UUID.randomUUID();
        String seat = seat(COMMUNE);
        concluded(procedure, 1, UUID.randomUUID().toString(), seat);

        conclusion(registered(CLERK, "Đinh Văn Tiếp", COMMUNE), seat);

        await(() -> inbox.parked().toString().contains(procedure.toString()));
        assertThat(count("SELECT count(*) FROM decision_file WHERE procedure_id = ?", procedure))
                .isZero();
    }

    @Test
    void thePaperIsAWordFileAndADraftSaysThatItIsOne() throws IOException {
        String person = registered(CLERK, "Đinh Văn Giấy", COMMUNE);
        JsonNode draft = conclusion(person, seat(COMMUNE));

        assertThat(words(CLERK, draft))
                .contains("DỰ THẢO", "QUYẾT ĐỊNH", "về việc bổ nhiệm", "đồng chí Đinh Văn Giấy", "…………")
                .doesNotContain("{{");
        JsonNode issued = issued(draft, DAY);
        String text = words(CLERK, draft);

        assertThat(text)
                .contains(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "BAN THƯỜNG VỤ ĐẢNG ỦY",
                        "Phường Sông Công",
                        "Số: " + issued.path("number").asString(),
                        "377-QĐ/TW",
                        "Điều 1. Bổ nhiệm đồng chí Đinh Văn Giấy giữ chức vụ Chức danh T_THU",
                        java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")
                                .format(DAY),
                        "Điều 2.",
                        "Điều 3.",
                        "Nơi nhận",
                        "T/M BAN THƯỜNG VỤ ĐẢNG ỦY")
                .doesNotContain("DỰ THẢO", "{{");
        assertThat(auditEntries(person)).contains("getDecisionDocument");
    }
}
