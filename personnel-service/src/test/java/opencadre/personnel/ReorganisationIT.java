package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two communes go into a new ward: prepared by one, approved by another, on one day, and taken back before it. */
class ReorganisationIT extends DecisionRequests {

    private static final String ALL = "/api/personnel/reorganisations";
    private static final String LEADER = "lanhdao.btc";
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    private final String run = UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
    private final UUID left = UUID.randomUUID();
    private final UUID right = UUID.randomUUID();
    private final UUID office = UUID.randomUUID();
    private final UUID ward = UUID.randomUUID();
    private final String chair = "CT_" + run;
    private final String deputy = "PCT_" + run;

    private String leftChair = "";
    private String rightDeputy = "";
    private String chairman = "";
    private String deputyHead = "";
    private String clerk = "";

    @BeforeEach
    void settleCommunes() {
        hold(LEADER, new Grant("PROV_ORG_LEADER", PROVINCE, List.of(), 0, SINCE, null));
        establish(left, PROVINCE, "Xã Bình Sơn " + run);
        establish(office, left, "Văn phòng xã Bình Sơn " + run);
        establish(right, PROVINCE, "Phường Lương Sơn " + run);
        title(chair, 20);
        title(deputy, 30);
        leftChair = seat(left, chair);
        rightDeputy = seat(right, deputy);
        chairman = inSeat("Đặng Chủ Tịch", left, leftChair);
        deputyHead = inSeat("Đặng Phó Chủ Tịch", right, rightDeputy);
        clerk = registered(OFFICER, "Đặng Văn Thư", office);
    }

    @Test
    void becomesDatedFactsOnItsDayAndNotBefore() {
        JsonNode drafted = propose(drafted());

        assertThat(drafted.path("newSeats")
                        .valueStream()
                        .map(seat -> seat.path("titleCode").asString()))
                .containsExactlyInAnyOrder(chair, deputy);
        assertThat(posts(drafted, false)).hasSize(3);
        assertThat(posts(drafted, true)).isEmpty();
        assertThat(findings(drafted)).isEmpty();

        Caller.Answer own = act(OFFICER, drafted, "approve", Map.of());
        assertThat(own.status()).isIn(403, 422);
        JsonNode approved = ok(act(LEADER, drafted, "approve", Map.of()));

        assertThat(approved.path("line").path("state").asString()).isEqualTo("APPROVED");
        assertThat(holders(leftChair, DAY.minusDays(1))).containsExactly(chairman);
        assertThat(unitsOn(DAY.minusDays(1))).contains(left, right, office).doesNotContain(ward);
        assertThat(unitsOn(DAY)).contains(ward).doesNotContain(left, right, office);
        String newChair = seatOf(approved, chair);
        assertThat(holders(newChair, DAY)).containsExactly(chairman);
        assertThat(holders(seatOf(approved, deputy), DAY)).containsExactly(deputyHead);
        assertThat(holders(leftChair, DAY)).isEmpty();
        assertThat(postDays(chairman, true)).containsExactly(DAY + "..", "2025-07-01.." + DAY);
        hold(OTHER_CLERK, new Grant("UNIT_ORG_OFFICER", ward, List.of(), 0, SINCE, null));
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + clerk).status()).isEqualTo(404);
        advance(DAY);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + clerk).status()).isEqualTo(200);
        assertThat(as(OFFICER)
                        .get("/api/personnel/units/" + ward + "/lineage")
                        .body()
                        .path("predecessors"))
                .hasSize(3);
        Caller.Answer late = act(LEADER, approved, "undo", Map.of("reason", "quá muộn"));
        assertThat(codes(late)).containsExactly(" reorganisation-has-taken-effect");
    }

    @Test
    void isTakenBackBeforeItsDayAsIfItHadNeverBeen() {
        JsonNode before = as(OFFICER).get(PEOPLE + "/" + chairman).body().path("assignments");
        JsonNode approved = ok(act(LEADER, propose(drafted()), "approve", Map.of()));

        JsonNode undone = ok(act(LEADER, approved, "undo", Map.of("reason", "Nghị quyết bị hoãn")));

        assertThat(undone.path("line").path("state").asString()).isEqualTo("UNDONE");
        assertThat(unitsOn(DAY)).contains(left, right, office).doesNotContain(ward);
        assertThat(holders(leftChair, DAY)).containsExactly(chairman);
        JsonNode after = as(OFFICER).get(PEOPLE + "/" + chairman).body().path("assignments");
        assertThat(after.path(0).path("id")).isEqualTo(before.path(0).path("id"));
        assertThat(after.path(0).has("validTo")).isFalse();
        assertThat(act(LEADER, undone, "undo", Map.of("reason", "lần nữa")).status())
                .isEqualTo(422);
        // The same may be prepared anew.
        assertThat(act(LEADER, propose(drafted()), "approve", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void whatSomebodyBuiltOnItIsInTheWayOfTakingItBack() {
        JsonNode approved = ok(act(LEADER, propose(drafted()), "approve", Map.of()));
        String newDeputy = seatOf(approved, deputy);
        JsonNode person = as(OFFICER).get(PEOPLE + "/" + clerk).body();
        assertThat(addPost(
                                OFFICER,
                                clerk,
                                person.path("revision").asLong(),
                                Map.of(
                                        "seatId",
                                        newDeputy,
                                        "concurrent",
                                        true,
                                        "acting",
                                        true,
                                        "validFrom",
                                        DAY.toString()))
                        .status())
                .isEqualTo(201);

        Caller.Answer refused = act(LEADER, approved, "undo", Map.of("reason", "Nghị quyết bị hoãn"));

        assertThat(codes(refused)).anyMatch(code -> code.endsWith("seat-is-held"));
        assertThat(holders(seatOf(approved, chair), DAY)).containsExactly(chairman);
    }

    @Test
    void saysWhatIsMissingBeforeItIsApproved() {
        JsonNode drafted = drafted();
        List<String> missing = findings(drafted);

        assertThat(missing).hasSize(3).allMatch(code -> code.endsWith(" post-without-placement"));
        assertThat(codes(act(LEADER, drafted, "approve", Map.of()))).isEqualTo(missing);
        assertThat(unitsOn(DAY)).contains(left).doesNotContain(ward);
        assertThat(count("SELECT count(*) FROM unit_root WHERE id = ?", ward)).isZero();
    }

    @Test
    void neverChoosesBetweenPeopleOrUnits() {
        String second = seat(right, chair);
        inSeat("Đặng Chủ Tịch Hai", right, second);

        JsonNode drafted = propose(drafted());

        // Two chairs come, one seat is there: nobody is put into it, and both wait for somebody's word.
        assertThat(posts(drafted, true).stream().map(post -> post.path("title").asString()))
                .containsExactlyInAnyOrder("Chức danh " + chair, "Chức danh " + chair);
        JsonNode waiting = posts(drafted, true).stream()
                .filter(post -> post.path("personId").asString().equals(chairman))
                .findFirst()
                .orElseThrow();
        JsonNode placed =
                ok(place(OFFICER, drafted, waiting, Map.of("into", "SEAT", "seatId", seatOf(drafted, chair))));
        JsonNode other = posts(placed, true).getFirst();
        JsonNode both = ok(place(OFFICER, placed, other, Map.of("into", "SEAT", "seatId", seatOf(drafted, chair))));
        assertThat(findings(both)).anyMatch(code -> code.endsWith("seatId seat-is-held"));
        JsonNode right = ok(place(OFFICER, both, other, Map.of("into", "NONE")));
        assertThat(findings(right)).isEmpty();
    }

    @Test
    void refusesWhatContradictsItself() {
        Map<String, Object> wrong = content(DAY);
        wrong.put("endedUnits", List.of(left, left, UUID.randomUUID()));
        wrong.put("changedUnits", List.of(Map.of("unitId", left, "name", "Phường Mới", "type", "PHUONG")));

        assertThat(codes(prepare(OFFICER, wrong)))
                .contains(
                        "endedUnits[1] named-twice",
                        "endedUnits[2] unknown-unit",
                        "changedUnits[0].unitId unit-ends-and-changes");
        Map<String, Object> nothing = content(DAY);
        List.of("newUnits", "endedUnits", "successions").forEach(list -> nothing.put(list, List.of()));
        assertThat(codes(prepare(OFFICER, nothing))).containsExactly(" reorganisation-touches-no-unit");
        Map<String, Object> circle = content(DAY);
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        circle.put("newUnits", List.of(founded(one, two, "Phường Một"), founded(two, one, "Phường Hai")));
        assertThat(codes(prepare(OFFICER, circle))).contains("newUnits units-below-each-other");
    }

    @Test
    void aUnitThatIsLeftBelowOrHeldIsInTheWay() {
        Map<String, Object> content = content(DAY);
        content.put("endedUnits", List.of(left, right));
        content.put("successions", List.of(into(left), into(right)));
        JsonNode drafted = propose(ok(prepare(OFFICER, content)));

        assertThat(findings(drafted)).containsExactly("endedUnits[0] unit-has-units-below");
    }

    @Test
    void aUnitGoesOnUnderAnotherName() {
        Map<String, Object> content = content(DAY);
        List.of("newUnits", "endedUnits", "successions").forEach(list -> content.put(list, List.of()));
        content.put("changedUnits", List.of(Map.of("unitId", left, "name", "Phường Bình Sơn", "type", "PHUONG")));
        JsonNode approved = ok(act(LEADER, ok(prepare(OFFICER, content)), "approve", Map.of()));

        assertThat(nameOn(left, DAY.minusDays(1))).isEqualTo("Xã Bình Sơn " + run);
        assertThat(nameOn(left, DAY)).isEqualTo("Phường Bình Sơn");
        assertThat(holders(leftChair, DAY)).containsExactly(chairman);
        // What is named anew goes on: a post over both names is one post.
        inSeat("Đặng Người Sau", left, seat(left, deputy));
        ok(act(LEADER, approved, "undo", Map.of("reason", "Nghị quyết bị hoãn")));
        assertThat(nameOn(left, DAY)).isEqualTo("Xã Bình Sơn " + run);
    }

    @Test
    void whoReachesNotEveryUnitKnowsNothingOfIt() {
        JsonNode drafted = drafted();
        String path = ALL + "/" + drafted.path("line").path("id").asString();
        hold(OTHER_CLERK, new Grant("PROV_ORG_OFFICER", left, List.of(), 0, SINCE, null));

        assertThat(as(OTHER_CLERK).get(path).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(path + "/posts").status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(ALL + "?limit=200").body().path("items")).isEmpty();
        assertThat(codes(prepare(OTHER_CLERK, content(DAY)))).contains("endedUnits[1] unit-outside-scope");
        assertThat(as(CLERK).get(path).status()).isEqualTo(403);
    }

    @Test
    void isMadeOnTheRevisionThatStands() {
        JsonNode drafted = drafted();
        propose(drafted);

        assertThat(act(LEADER, drafted, "approve", Map.of()).status()).isEqualTo(412);
        assertThat(act(OFFICER, drafted, "withdraw", Map.of("reason", "thử")).status())
                .isEqualTo(412);
    }

    @Test
    void aDroppedOneIsClosed() {
        JsonNode drafted = drafted();
        JsonNode dropped = ok(act(OFFICER, drafted, "withdraw", Map.of("reason", "Không trình nữa")));

        assertThat(dropped.path("line").path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(codes(act(LEADER, dropped, "approve", Map.of()))).containsExactly(" reorganisation-not-a-draft");
    }

    @Test
    void aDayThatIsOverWantsAReason() {
        JsonNode drafted = propose(ok(prepare(OFFICER, content(LocalDate.of(2026, 1, 1)))));

        assertThat(codes(act(LEADER, drafted, "approve", Map.of())))
                .containsExactly("reason back-dating-needs-a-reason");
        assertThat(act(LEADER, drafted, "approve", Map.of("reason", "Ghi bổ sung theo nghị quyết đã ban hành"))
                        .status())
                .isEqualTo(200);
        assertThat(unitsOn(TODAY)).contains(ward).doesNotContain(left);
    }

    @Test
    void tellsWhatItTouches() {
        JsonNode drafted = propose(drafted());
        JsonNode impact = as(OFFICER)
                .get(ALL + "/" + drafted.path("line").path("id").asString() + "/impact")
                .body()
                .path("items");

        assertThat(impact.path(0).path("unitName").asString()).isEqualTo("Xã Bình Sơn " + run);
        assertThat(impact.path(0).path("seats").asInt()).isEqualTo(1);
        assertThat(impact.path(0).path("posts").asInt()).isEqualTo(1);
        assertThat(impact.path(0).path("placed").asInt()).isEqualTo(1);
        hold(OTHER_CLERK, new Grant("UNIT_ORG_OFFICER", left, List.of(), 0, SINCE, null));
        assertThat(as(OFFICER)
                        .get(ALL + "/" + drafted.path("line").path("id").asString() + "/impact")
                        .body()
                        .path("items")
                        .path(0)
                        .path("grants")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatWasSaidOfAPostThatDoesNotEndAfterAllIsNoPartOfIt() {
        JsonNode drafted = propose(drafted());
        Map<String, Object> smaller = content(DAY);
        smaller.put("endedUnits", List.of(right));
        smaller.put("successions", List.of(into(right)));
        smaller.put("newSeats", JsonMapper.shared().convertValue(drafted.path("newSeats"), List.class));
        JsonNode changed = ok(as(OFFICER)
                .ask(
                        "PUT",
                        ALL + "/" + drafted.path("line").path("id").asString(),
                        smaller,
                        "If-Match",
                        "\"" + drafted.path("line").path("revision").asLong() + "\""));
        JsonNode approved = ok(act(LEADER, changed, "approve", Map.of()));

        assertThat(posts(approved, false)).hasSize(1);
        assertThat(holders(leftChair, DAY)).containsExactly(chairman);
        ok(act(LEADER, approved, "undo", Map.of("reason", "Nghị quyết bị hoãn")));
        assertThat(holders(rightDeputy, DAY)).containsExactly(deputyHead);
    }

    @Test
    void theDecisionThatGaveAPostIsNotRescindedUnderneathIt() {
        title("TK_" + run, 40);
        String second = seat(left, "TK_" + run);
        grant(CLERK, "UNIT_ORG_OFFICER", left);
        JsonNode decision = issued(
                draft(CLERK, content("APPOINT", List.of(with(starting(clerk, second), "concurrent", true))))
                        .body(),
                TODAY);
        JsonNode approved = ok(act(LEADER, propose(drafted()), "approve", Map.of()));
        Map<String, Object> rescission =
                Map.of("number", number(), "signedOn", TODAY.toString(), "reason", "thử hủy bỏ");

        assertThat(codes(act(OFFICER, "rescind", decision, rescission))).containsExactly(" decision-is-built-on");
        ok(act(LEADER, approved, "undo", Map.of("reason", "Nghị quyết bị hoãn")));
        JsonNode again = as(OFFICER)
                .get(DECISIONS + "/" + decision.path("id").asString())
                .body();
        assertThat(act(OFFICER, "rescind", again, rescission).status()).isEqualTo(200);
    }

    @Test
    void waitsForWhoeverMayApproveItAndForNobodyElse() {
        JsonNode drafted = drafted();
        String id = drafted.path("line").path("id").asString();

        assertThat(waiting(OFFICER, id)).isEmpty();
        assertThat(waiting(CLERK, id)).isEmpty();
        JsonNode item = waiting(LEADER, id).getFirst();
        assertThat(item.path("type").asString()).isEqualTo("REORGANISATION_TO_APPROVE");
        assertThat(item.path("due").asString()).isEqualTo(DAY.toString());
        assertThat(item.has("personId")).isFalse();
        assertThat(item.has("stage")).isFalse();
        hold(LEADER, new Grant("PROV_ORG_LEADER", left, List.of(), 0, SINCE, null));
        assertThat(waiting(LEADER, id)).as("who reaches one of the units alone").isEmpty();
        hold(LEADER, new Grant("PROV_ORG_LEADER", PROVINCE, List.of(), 0, SINCE, null));
        ok(act(LEADER, propose(drafted), "approve", Map.of()));
        assertThat(waiting(LEADER, id)).isEmpty();
    }

    // Requests

    private JsonNode drafted() {
        return ok(prepare(OFFICER, content(DAY)));
    }

    private Map<String, Object> content(LocalDate day) {
        return new HashMap<>(Map.of(
                "name", "Sắp xếp đơn vị hành chính cấp xã " + run,
                "instrument", "1683/NQ-UBTVQH15",
                "effectiveOn", day.toString(),
                "level", "PROVINCIAL_BTV",
                "newUnits", List.of(founded(ward, PROVINCE, "Phường Bách Quang " + run)),
                "changedUnits", List.of(),
                "endedUnits", List.of(left, right, office),
                "successions", List.of(into(left), into(right), into(office)),
                "newSeats", List.of()));
    }

    private static Map<String, Object> founded(UUID id, UUID above, String name) {
        return Map.of("id", id, "tree", "STATE", "name", name, "type", "PHUONG", "parentId", above);
    }

    private Map<String, Object> into(UUID predecessor) {
        return Map.of("predecessorId", predecessor, "successorId", ward, "kind", "MERGE");
    }

    private Caller.Answer prepare(String username, Map<String, Object> content) {
        return as(username).ask("POST", ALL, content, "Idempotency-Key", key());
    }

    private JsonNode propose(JsonNode drafted) {
        return ok(act(OFFICER, drafted, "propose", null));
    }

    private Caller.Answer act(
            String username, JsonNode reorganisation, String act, @Nullable Map<String, Object> body) {
        JsonNode line = reorganisation.path("line");
        return as(username)
                .ask(
                        "POST",
                        ALL + "/" + line.path("id").asString() + "/" + act,
                        body,
                        "If-Match",
                        "\"" + line.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
    }

    private Caller.Answer place(
            String username, JsonNode reorganisation, JsonNode post, Map<String, Object> placement) {
        JsonNode line = reorganisation.path("line");
        return as(username)
                .ask(
                        "PUT",
                        ALL + "/" + line.path("id").asString() + "/posts/"
                                + post.path("assignmentId").asString(),
                        placement,
                        "If-Match",
                        "\"" + line.path("revision").asLong() + "\"");
    }

    private List<JsonNode> posts(JsonNode reorganisation, boolean unplaced) {
        return as(OFFICER)
                .get(ALL + "/" + reorganisation.path("line").path("id").asString() + "/posts?limit=200&unplaced="
                        + unplaced)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> findings(JsonNode reorganisation) {
        return codes(as(OFFICER)
                .get(ALL + "/" + reorganisation.path("line").path("id").asString() + "/check"));
    }

    private static List<String> codes(Caller.Answer answer) {
        return answer.body()
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("field").asString("") + " "
                        + finding.path("code").asString())
                .toList();
    }

    private static JsonNode ok(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer.body();
    }

    private static String seatOf(JsonNode reorganisation, String title) {
        return reorganisation
                .path("newSeats")
                .valueStream()
                .filter(seat -> seat.path("titleCode").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private String seat(UUID unit, String title) {
        String id = UUID.randomUUID().toString();
        assertThat(as(ADMIN).ask("PUT", SEATS + "/" + id, seatIn(unit, title)).status())
                .isEqualTo(200);
        return id;
    }

    private String inSeat(String name, UUID unit, String seat) {
        Caller.Answer answer = register(
                OFFICER,
                with(
                        person(name, unit),
                        "assignment",
                        Map.of("seatId", seat, "concurrent", false, "validFrom", "2025-07-01")));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private List<UUID> unitsOn(LocalDate day) {
        return unitsStanding(day)
                .map(unit -> UUID.fromString(unit.path("id").asString()))
                .toList();
    }

    private String nameOn(UUID id, LocalDate day) {
        return unitsStanding(day)
                .filter(unit -> unit.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow()
                .path("name")
                .asString();
    }

    private java.util.stream.Stream<JsonNode> unitsStanding(LocalDate day) {
        return as(OFFICER)
                .get("/api/personnel/units?asOf=" + day)
                .body()
                .path("items")
                .valueStream();
    }
}
