package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.access.Units;
import opencadre.kit.events.Inbox;
import opencadre.kit.service.Caller;
import opencadre.planning.plan.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A plan from proposal to the day on which the person takes the seat, and back. */
class PlanIT extends PlanRequests {

    @Autowired
    private Inbox inbox;

    @Autowired
    private Plans plans;

    @Autowired
    private Units units;

    @Autowired
    private ScopedWork work;

    @Test
    void whatOneProposesAnotherApprovesAndNobodyElse() {
        Official person = published("Đỗ Văn Hoạch");
        String entry = proposed(person.id, chair);

        assertThat(entry(OFFICER, entry, DAY).path("state").asString()).isEqualTo("PROPOSED");
        assertThat(entry(OFFICER, entry, DAY).path("own").asBoolean()).isTrue();
        assertThat(approve(OFFICER, entry, 1, "2026-03-15").status()).isEqualTo(403);
        Caller.Answer approved = approve(LEADER, entry, 1, "2026-03-15");

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.etag()).isEqualTo("\"2\"");
        assertThat(approved.body().path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.body().path("decision").asString()).isEqualTo("88-QĐ/TU");
        assertThat(approved.body().path("review")).isEmpty();
        assertThat(approve(LEADER, entry, 1, "2026-03-15").status()).isEqualTo(412);
        assertThat(approve(LEADER, entry, 2, "2026-03-15").codes()).contains("plan-entry-not-proposed");
    }

    @Test
    void aProposerWhoMayApproveElsewhereStillDoesNotApproveTheOwn() {
        Official person = published("Đỗ Văn Tự");
        String account = "thamdinh.truong";
        grant(account, "PROV_ORG_OFFICER", PROVINCE, laterRevision());
        AtomicReference<String> proposed = new AtomicReference<>("");
        await(() -> {
            Caller.Answer proposal = propose(account, person.id, chair);
            proposed.set(proposal.body().path("id").asString(""));
            return proposal.status() == 201;
        });
        String entry = Objects.requireNonNull(proposed.get());
        grant(account, "PROV_ORG_LEADER", PROVINCE, laterRevision());
        await(() -> approve(account, entry, 7, "2026-03-15").status() == 412);

        Caller.Answer refused = approve(account, entry, 1, "2026-03-15");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).containsExactly("own-plan-entry");
    }

    @Test
    void beforeApprovalOnlyWhoMayProposeOrApproveIsToldOfIt() {
        Official person = published("Đỗ Văn Kín");
        String entry = proposed(person.id, chair);
        Units.Node unit = units.find(COMMUNE).orElseThrow();
        Actor reader = new Actor(
                "somebody",
                "somebody",
                "somebody",
                1,
                "plan.read",
                Set.of("plan.read"),
                List.of(),
                Reach.of(List.of(new Reach.Opening(unit.lo(), unit.hi(), List.of(), 0))),
                LocalDate.of(2026, 11, 24));

        assertThat(work.read(reader, () -> plans.find(reader, List.of(), UUID.fromString(entry), reader.today())))
                .isEmpty();
        assertThat(work.read(reader, () -> plans.find(reader, List.of(reader), UUID.fromString(entry), reader.today())))
                .isPresent();
        assertThat(listed(CLERK, person.id)).hasSize(1);
        assertThat(as(OTHER_CLERK).get(PLANS + "/" + entry).status()).isEqualTo(404);
    }

    @Test
    void aFourthPersonForOneTitleIsRefusedWithTheArticleAndNothingIsWritten() {
        List<Official> people = IntStream.range(0, 4)
                .mapToObj(i -> published("Đỗ Văn Bốn " + i))
                .toList();
        people.subList(0, 3).forEach(person -> planned(person.id, chair));

        Caller.Answer refused = propose(OFFICER, people.get(3).id, chair);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).containsExactly("people-per-title");
        assertThat(refused.body().path("findings").path(0).path("article").asString())
                .isEqualTo("377-QĐ/TW");
        assertThat(refused.body()
                        .path("findings")
                        .path(0)
                        .path("messages")
                        .path("vi")
                        .asString())
                .contains("chưa xác nhận");
        assertThat(listed(OFFICER, people.get(3).id)).isEmpty();
    }

    @Test
    void ofTwoThatWaitForTheLastPlaceOneIsApproved() {
        List<Official> people = IntStream.range(0, 4)
                .mapToObj(i -> published("Đỗ Văn Cuối " + i))
                .toList();
        people.subList(0, 2).forEach(person -> planned(person.id, chair));
        List<String> waiting = people.subList(2, 4).stream()
                .map(person -> proposed(person.id, chair))
                .toList();

        List<Integer> answers = waiting.parallelStream()
                .map(entry -> approve(LEADER, entry, 1, "2026-03-15").status())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 422);
    }

    @Test
    void aTitleThatIsNotHigherIsRefused() {
        Official person = published("Đỗ Văn Ngang");

        assertThat(propose(OFFICER, person.id, deputy).codes()).containsExactly("only-higher-title");
    }

    @Test
    void itIsFulfilledFromTheDayOfThePostAndFollowsItsCorrectionAndItsVoid() {
        Official person = published("Đỗ Văn Nhậm");
        String entry = planned(person.id, chair);
        UUID post = UUID.randomUUID();

        person.post(post, chair, "2027-10-01", null).send();

        await(() ->
                entry(OFFICER, entry, "2027-10-01").path("state").asString("").equals("FULFILLED"));
        assertThat(entry(OFFICER, entry, "2027-09-30").path("state").asString()).isEqualTo("APPROVED");
        assertThat(stateAt("FULFILLED", person.id, "2027-10-01")).containsExactly(entry);
        assertThat(stateAt("APPROVED", person.id, "2027-09-30")).containsExactly(entry);

        person.post(post, chair, "2027-10-03", null).send();
        await(() -> entry(OFFICER, entry, DAY).path("endsOn").asString("").equals("2027-10-03"));
        assertThat(entry(OFFICER, entry, "2027-10-02").path("state").asString()).isEqualTo("APPROVED");

        person.voided(post).send();
        await(() ->
                entry(OFFICER, entry, "2027-10-03").path("state").asString("").equals("APPROVED"));

        List<String> ends = as(OFFICER)
                .get(PLANS + "/" + entry + "/history")
                .body()
                .path("items")
                .valueStream()
                .map(belief -> belief.path("endsOn").asString("-"))
                .toList();
        assertThat(ends).containsExactly("-", "-", "2027-10-01", "2027-10-03", "-");
    }

    @Test
    void actingFulfilsNothing() {
        Official person = published("Đỗ Văn Quyền");
        String entry = planned(person.id, chair);
        UUID post = UUID.randomUUID();

        person.post(post, chair, "2026-10-01", null).acting(post).send();

        await(() ->
                as(OFFICER).get(PEOPLE + "/" + person.id).body().path("posts").size() == 2);
        assertThat(entry(OFFICER, entry, DAY).path("state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void aPostThatCameBeforeItsSeatFulfilsOnceTheSeatIsKnown() {
        Official person = published("Đỗ Văn Sớm");
        String entry = planned(person.id, chair);
        UUID sameTitle = UUID.randomUUID();
        person.post(UUID.randomUUID(), sameTitle, "2026-10-01", null).send();
        await(() ->
                as(OFFICER).get(PEOPLE + "/" + person.id).body().path("posts").size() == 2);
        assertThat(entry(OFFICER, entry, DAY).path("state").asString()).isEqualTo("APPROVED");

        Official.seat(sameTitle, COMMUNE, CHAIRMAN + code(chair), 40, 1);

        await(() -> entry(OFFICER, entry, DAY).path("state").asString("").equals("FULFILLED"));
    }

    @Test
    void copiesMadeAnewNeitherTakeBackNorRepeatWhatWasFulfilled() {
        Official person = published("Đỗ Văn Lại");
        String entry = planned(person.id, chair);
        UUID sameTitle = UUID.randomUUID();
        Official.seat(sameTitle, COMMUNE, CHAIRMAN + code(chair), 40, 1);
        await(() -> as(OFFICER).get(SEATS + "/" + sameTitle).status() == 200);
        person.post(UUID.randomUUID(), sameTitle, "2026-10-01", null).send();
        await(() -> entry(OFFICER, entry, DAY).path("state").asString("").equals("FULFILLED"));
        String history =
                as(OFFICER).get(PLANS + "/" + entry + "/history").body().toString();
        String seats = read("SELECT count(*)::text FROM seat_title").getFirst();

        inbox.rebuild("personnel.seat.v1");
        await(() -> read("SELECT count(*)::text FROM seat_title").getFirst().equals(seats));
        inbox.rebuild("personnel.person.v1");
        await(() -> as(OFFICER).get(PEOPLE + "/" + person.id).status() == 200);

        assertThat(as(OFFICER).get(PLANS + "/" + entry + "/history").body().toString())
                .isEqualTo(history);
        assertThat(read("SELECT revision::text FROM plan_file WHERE person_id = '" + person.id + "'"))
                .containsExactly("2");
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void whatStandsForATitleThatIsNoLongerHigherIsFlagged() {
        Official person = published("Đỗ Văn Vượt");
        String entry = planned(person.id, chair);
        UUID higher = UUID.randomUUID();
        Official.seat(higher, OFFICE, "BT_DU" + code(higher), 30, 1);
        await(() -> as(OFFICER).get(SEATS + "/" + higher).status() == 200);

        person.post(UUID.randomUUID(), higher, "2026-10-01", null).send();

        await(() -> !entry(OFFICER, entry, DAY).path("review").isEmpty());
        JsonNode flagged = entry(OFFICER, entry, DAY);
        assertThat(flagged.path("state").asString()).isEqualTo("APPROVED");
        assertThat(flagged.path("review").path(0).path("code").asString()).isEqualTo("only-higher-title");
        assertThat(entry(OFFICER, entry, "2026-09-30").path("review")).isEmpty();
    }

    @Test
    void itIsTakenOutByADecisionAndAProposalIsTurnedDownWithout() {
        Official person = published("Đỗ Văn Rời");
        String entry = planned(person.id, chair);
        String waiting = proposed(published("Đỗ Văn Lui").id, chair);

        assertThat(remove(LEADER, entry, 2, Map.of("reason", "Không hoàn thành nhiệm vụ", "removedOn", "2026-10-01"))
                        .fields())
                .containsExactly("decision");
        assertThat(remove(LEADER, entry, 2, removal("2026-03-15")).codes()).containsExactly("removed-before-approved");
        assertThat(remove(LEADER, entry, 2, removal("2030-01-01")).codes()).containsExactly("in-the-future");
        Caller.Answer removed = remove(LEADER, entry, 2, removal("2026-10-01"));

        assertThat(removed.body().path("state").asString()).isEqualTo("REMOVED");
        assertThat(entry(OFFICER, entry, "2026-09-30").path("state").asString()).isEqualTo("APPROVED");
        assertThat(remove(LEADER, entry, 3, removal("2026-10-02")).codes()).containsExactly("plan-entry-ended");
        assertThat(remove(LEADER, waiting, 1, Map.of("reason", "Chưa đủ cơ cấu", "removedOn", "2026-11-01"))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REMOVED");
    }

    @Test
    void anApprovalIsPutRightAndWhatWasBelievedStays() {
        Official person = published("Đỗ Văn Sửa");
        String entry = planned(person.id, chair);

        Caller.Answer corrected = as(LEADER)
                .ask(
                        "PUT",
                        PLANS + "/" + entry,
                        Map.of("decision", "89-QĐ/TU", "approvedOn", "2026-03-17", "reason", "Ghi nhầm ngày"),
                        "If-Match",
                        "\"2\"");

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.body().path("approvedOn").asString()).isEqualTo("2026-03-17");
        List<String> decisions = as(OFFICER)
                .get(PLANS + "/" + entry + "/history")
                .body()
                .path("items")
                .valueStream()
                .map(belief -> belief.path("decision").asString("-"))
                .toList();
        assertThat(decisions).containsExactly("-", "88-QĐ/TU", "89-QĐ/TU");
    }

    @Test
    void theSameRequestTwiceProposesOnceAndWhatCannotBeIsRefusedByField() {
        Official person = published("Đỗ Văn Lặp");
        Map<String, Object> body = Map.of(
                "personId",
                person.id.toString(),
                "seatId",
                chair.toString(),
                "term",
                "2026-2031",
                "source",
                "EXTERNAL");
        String key = key();
        String first = as(OFFICER)
                .ask("POST", PLANS, body, "Idempotency-Key", key)
                .body()
                .path("id")
                .asString();

        assertThat(as(OFFICER)
                        .ask("POST", PLANS, body, "Idempotency-Key", key)
                        .body()
                        .path("id")
                        .asString())
                .isEqualTo(first);
        assertThat(propose(OFFICER, person.id, chair).codes()).contains("plan-entry-exists");
        assertThat(listed(OFFICER, person.id)).containsExactly(first);
        Map<String, Object> backwards = new java.util.HashMap<>(body);
        backwards.put("term", "2031-2026");
        assertThat(as(OFFICER)
                        .ask("POST", PLANS, backwards, "Idempotency-Key", key())
                        .fields())
                .containsExactly("term");
        assertThat(approve(LEADER, first, 1, "2030-01-01").codes()).contains("in-the-future");
        assertThat(propose(OFFICER, UUID.randomUUID(), chair).status()).isEqualTo(404);
        assertThat(propose(OFFICER, person.id, UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        Official person = published("Đỗ Văn Trang");
        Official other = published("Đỗ Văn Tiếp");
        String one = planned(person.id, chair);
        String two = planned(other.id, chair);

        JsonNode first = as(OFFICER).get(PLANS + "?limit=1&seatId=" + chair).body();
        JsonNode second = as(OFFICER)
                .get(PLANS + "?limit=1&seatId=" + chair + "&cursor="
                        + first.path("next").asString())
                .body();

        assertThat(Stream.of(first, second)
                        .map(page -> page.path("items").path(0).path("id").asString())
                        .toList())
                .containsExactlyInAnyOrder(one, two);
        assertThat(second.path("next").isMissingNode()).isTrue();
        assertThat(as(OFFICER)
                        .get(PLANS + "?unitId=" + NEIGHBOUR + "&personId=" + person.id)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void theErasureOfThePersonTakesThePlanWithIt() {
        Official person = published("Đỗ Văn Xóa");
        String entry = planned(person.id, chair);

        person.erase();

        await(() -> read("SELECT id::text FROM plan_entry_file WHERE id = '" + entry + "'")
                .isEmpty());
        assertThat(read("SELECT id::text FROM plan_entry WHERE id = '" + entry + "' UNION SELECT id::text FROM"
                        + " plan_entry_past WHERE id = '" + entry + "'"))
                .isEmpty();
        assertThat(as(OFFICER).get(PLANS + "/" + entry).status()).isEqualTo(404);
    }

    private static Map<String, Object> removal(String on) {
        return Map.of("reason", "Không hoàn thành nhiệm vụ", "decision", "97-QĐ/TU", "removedOn", on);
    }

    private List<String> listed(String username, UUID person) {
        return ids(as(username).get(PLANS + "?personId=" + person).body());
    }

    private List<String> stateAt(String state, UUID person, String day) {
        return ids(as(OFFICER)
                .get(PLANS + "?personId=" + person + "&state=" + state + "&asOf=" + day)
                .body());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
    }
}
