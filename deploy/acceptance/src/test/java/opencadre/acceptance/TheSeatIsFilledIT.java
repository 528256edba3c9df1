package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The main job: a seat is foreseen vacant, and someone is lawfully put into it, on its date, through all services, each
 * of which is killed once on the way. It moves the legal day far ahead, so it comes after everything else.
 */
@InHouse
class TheSeatIsFilledIT {

    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate VACANT = LocalDate.of(2027, 10, 1);

    private final House house;

    TheSeatIsFilledIT(House house) {
        this.house = house;
    }

    @Test
    void fromTheForeseenVacancyToTheDayOnWhichEverythingIsRight() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk leader = house.desk("lanhdao.btc");
                Desk second = house.desk("quyhoach.tinh");
                Desk administrator = house.desk("quantri");
                Desk commune = house.desk("vanthu.songcong");
                Desk neighbour = house.desk("vanthu.baxuyen")) {
            LocalDate today = today(officer);
            JsonNode seat = seat(officer);
            String seatId = seat.path("id").asString();
            JsonNode holder = seat.path("heldBy").path(0);

            officer.open("/seats/" + seatId);
            assertThat(officer.test("vacancy")).containsText("09/2027");
            assertThat(officer.page().locator(".candidate")).hasCount(3);
            String chosen = candidate(officer, seatId, "Vũ Hải Đăng");
            assertThat(officer.test("candidate-" + chosen)).containsText("Chưa đủ điều kiện");
            officer.test("candidate-" + chosen).click();
            assertThat(officer.test("turns")).containsText("cao cấp");
            officer.screenshot("seat");

            theSchoolEntersAndVerifies(chosen);
            // The page was not touched: the verdict turns by itself.
            assertThat(officer.test("candidate-" + chosen)).containsText("Đủ điều kiện");
            assertThat(officer.test("verdict")).not().containsText("Chưa đủ điều kiện");
            officer.screenshot("seat-turned");

            String procedure = openedAndApproved(officer, leader);
            assertThat(neighbour.get("/api/planning/procedures/" + procedure).status())
                    .isEqualTo(404);
            stepsAreHeld(officer, chosen);
            leader.open("/procedures/" + procedure);
            leader.test("conclude-procedure").click();
            // Whoever will draw up the decision is away while it is concluded.
            house.stack().service("personnel-service").kill();
            leader.test("confirm-act").click();
            assertThat(leader.test("ending")).containsText("Đăng");
            house.stack().service("personnel-service").restart();

            String nomination = draft(officer, chosen);
            present(officer, nomination, today);
            retire(officer, second, holder, today);
            String decision = elected(commune, nomination, chosen);
            issue(officer, decision, today);
            officer.screenshot("decision");
            assertThat(held(officer, seatId))
                    .containsExactly(holder.path("fullName").asString());

            advance(administrator, VACANT.minusDays(1));
            assertThat(held(officer, seatId))
                    .containsExactly(holder.path("fullName").asString());
            assertThat(plan(officer, chosen).path("state").asString()).isEqualTo("APPROVED");

            advance(administrator, VACANT);
            assertThat(officer.eventually(
                            Duration.ofSeconds(15),
                            () -> held(officer, seatId).equals(List.of("Vũ Hải Đăng"))
                                    && plan(officer, chosen)
                                            .path("state")
                                            .asString()
                                            .equals("FULFILLED")
                                    && titlesAtSchool(officer, chosen).contains("Chủ tịch UBND")))
                    .isTrue();

            correct(officer, decision, VACANT.plusDays(2));
            assertThat(officer.eventually(
                            Duration.ofSeconds(15),
                            () -> !held(officer, seatId).contains("Vũ Hải Đăng")
                                    && plan(officer, chosen)
                                            .path("state")
                                            .asString()
                                            .equals("APPROVED")
                                    && !titlesAtSchool(officer, chosen).contains("Chủ tịch UBND")))
                    .isTrue();

            rescind(officer);
            assertThat(officer.eventually(
                            Duration.ofSeconds(15),
                            () -> plan(officer, chosen).path("endsOn").isMissingNode()))
                    .isTrue();
            assertThat(officer.get("/api/personnel/decisions/" + decision + "/history")
                            .body()
                            .path("items")
                            .size())
                    .isEqualTo(4);
            officer.open("/decisions/" + decision);
            assertThat(officer.test("decision-state").first()).containsText("Đã hủy bỏ");
            officer.screenshot("decision-rescinded");
        }
    }

    private static LocalDate today(Desk desk) {
        return LocalDate.parse(
                desk.get("/api/personnel/me").body().path("legalDay").asString());
    }

    private static JsonNode seat(Desk officer) {
        String unit = officer.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("agencyCode").asString("").equals("songcong-ubnd"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        return officer.get("/api/personnel/seats?unitId=" + unit)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("title").path("code").asString().equals("CT_UBND_XA"))
                .findFirst()
                .orElseThrow();
    }

    private static String candidate(Desk officer, String seatId, String name) {
        return officer.get("/api/planning/seats/" + seatId)
                .body()
                .path("planned")
                .valueStream()
                .filter(each -> each.path("personName").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("personId")
                .asString();
    }

    private void theSchoolEntersAndVerifies(String person) {
        try (Desk school = house.desk("daotao.truong");
                Desk verifier = house.desk("thamdinh.truong")) {
            String certificates = "/api/training/people/" + person + "/certificates";
            Answer entered = school.api(
                    "POST",
                    certificates,
                    Map.of(
                            "kind", "POLITICAL_THEORY",
                            "level", "THEORY_ADVANCED",
                            "name", "Cao cấp lý luận chính trị",
                            "number", "CC-9001",
                            "issuer", "Học viện Chính trị khu vực I",
                            "issuedOn", "2026-11-20"),
                    Map.of("Idempotency-Key", key()));
            assertThat(entered.status()).as(entered.text()).isEqualTo(201);
            String id = entered.body().path("id").asString();
            Answer verified = verifier.api(
                    "POST",
                    certificates + "/" + id + "/verify",
                    null,
                    Map.of("If-Match", entered.etag(), "Idempotency-Key", key()));
            assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        }
    }

    /** The id of the procedure. */
    private static String openedAndApproved(Desk officer, Desk leader) {
        officer.test("open-procedure").click();
        officer.test("confirm-open").click();
        officer.page().waitForURL("**/procedures/*");
        String procedure = officer.page().url().replaceAll(".*/procedures/([0-9a-f-]+).*", "$1");
        leader.open("/procedures/" + procedure);
        leader.test("approve-policy").click();
        leader.test("field-decision").fill("101-TB/TU");
        leader.test("confirm-act").click();
        assertThat(leader.test("approve-policy")).hasCount(0);
        officer.page().reload();
        return procedure;
    }

    /** The school is away from step 2 to step 4, and planning is killed between steps 3 and 4. */
    private void stepsAreHeld(Desk officer, String chosen) {
        for (String paper : List.of("Giấy khám sức khỏe", "Ảnh")) {
            officer.test("record-document").click();
            choose(officer, "person", "Đăng");
            choose(officer, "document", paper);
            officer.test("field-number").fill("GT-" + paper.length());
            done(officer);
        }
        hold(officer, 1, Map.of("summoned", 5, "present", 5), chosen, 0);
        house.stack().service("training-service").kill();
        officer.test("step-2").click();
        officer.test("hold-step").click();
        counts(officer, 2, Map.of("summoned", 28, "present", 26, "issued", 26, "returned", 27, "valid", 25));
        votes(officer, chosen, 16);
        officer.test("confirm-act").click();
        assertThat(officer.page().locator(".ant-drawer")).containsText("Thu về 27 phiếu nhưng chỉ phát ra 26");
        officer.screenshot("ballot-refused");
        officer.test("field-returned").fill("26");
        officer.test("field-namingNobody").fill("9");
        done(officer);
        assertThat(officer.test("ruling")).containsText("16");
        officer.screenshot("step-2");
        Map<String, Integer> leadership = Map.of("summoned", 5, "present", 5, "issued", 5, "returned", 5, "valid", 5);
        Map<String, Integer> withMembers = new java.util.HashMap<>(leadership);
        withMembers.put("members", 5);
        hold(officer, 3, withMembers, chosen, 5);
        house.stack().service("planning-service").kill();
        house.stack().service("planning-service").restart();
        officer.page().reload();
        hold(officer, 4, Map.of("summoned", 40, "present", 38, "issued", 38, "returned", 38, "valid", 38), chosen, 38);
        house.stack().service("training-service").restart();
        hold(officer, 5, leadership, chosen, 5);
        assertThat(officer.test("ruling")).containsText("5");
    }

    private static void hold(Desk officer, int step, Map<String, Integer> counts, String chosen, int votes) {
        officer.test("step-" + step).click();
        officer.test("hold-step").click();
        counts(officer, step, counts);
        if (step > 1) {
            votes(officer, chosen, votes);
        }
        if (step == 3) {
            officer.test("field-announced").check();
        }
        done(officer);
    }

    /** All of them for one; a nought is entered as well. */
    private static void votes(Desk officer, String chosen, int votes) {
        officer.test("votes-" + chosen).waitFor();
        for (Locator field : officer.page().locator("[data-testid^='votes-']").all()) {
            field.fill("0");
        }
        officer.test("votes-" + chosen).fill(Integer.toString(votes));
    }

    private static void counts(Desk officer, int step, Map<String, Integer> counts) {
        officer.test("field-body").fill("Hội nghị bước " + step);
        officer.test("field-minutes").fill("BB-0" + step);
        counts.forEach((field, count) -> officer.test("field-" + field).fill(count.toString()));
    }

    private static void done(Desk officer) {
        officer.test("confirm-act").click();
        assertThat(officer.test("confirm-act")).hasCount(0);
    }

    private static void choose(Desk desk, String field, String option) {
        Locator list = desk.page().locator(".ant-select-dropdown:visible");
        desk.test("field-" + field).click();
        list.locator(".ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        // A list that was chosen from while it still unfolded stays open; leaving the field closes it.
        if (!desk.eventually(Duration.ofSeconds(2), () -> list.count() == 0)) {
            desk.page().keyboard().press("Tab");
        }
        assertThat(list).hasCount(0);
    }

    /** The conclusion becomes a decision to be issued, in another service, by itself. */
    private static String draft(Desk officer, String person) {
        String drafts = "/api/personnel/decisions?state=DRAFT&person=" + person;
        assertThat(officer.eventually(
                        Duration.ofSeconds(15),
                        () -> officer.get(drafts).body().path("items").size() == 1))
                .isTrue();
        return officer.get(drafts).body().path("items").path(0).path("id").asString();
    }

    private static void retire(Desk officer, Desk second, JsonNode holder, LocalDate today) {
        Answer drafted = officer.api(
                "POST",
                "/api/personnel/decisions",
                Map.of(
                        "kind",
                        "RETIRE",
                        "effects",
                        List.of(Map.of(
                                "personId", holder.path("personId").asString(),
                                "act", "END",
                                "assignmentId", holder.path("assignmentId").asString(),
                                "effectiveFrom", VACANT.toString()))),
                Map.of("Idempotency-Key", key()));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        Answer own = issued(officer, drafted, "900-QĐ/TU", today);
        assertThat(own.status()).isEqualTo(422);
        Answer issued = issued(second, drafted, "900-QĐ/TU", today);
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
    }

    private static Answer issued(Desk desk, Answer draft, String number, LocalDate today) {
        return desk.api(
                "POST",
                "/api/personnel/decisions/" + draft.body().path("id").asString() + "/issue",
                Map.of(
                        "number",
                        number,
                        "signedOn",
                        today.toString(),
                        "authority",
                        "PROVINCIAL_BTV",
                        "effects",
                        List.of(Map.of(
                                "effectId",
                                draft.body().path("effects").path(0).path("id").asString(),
                                "effectiveFrom",
                                VACANT.toString()))),
                Map.of("If-Match", draft.etag(), "Idempotency-Key", key()));
    }

    /** The seat is elected: what the procedure became presents the chosen, and gives no post. */
    private static void present(Desk officer, String decision, LocalDate today) {
        officer.open("/decisions/" + decision);
        assertThat(officer.page().locator("h1")).containsText("Giới thiệu ứng cử");
        sign(officer, "1234-QĐ/TU", today);
        officer.test("confirm-issue").click();
        assertThat(officer.test("decision-state").first()).containsText("Đã ban hành");
        officer.screenshot("decision-nomination");
    }

    /** The minutes of the council come from the commune, which takes whoever was named from the nomination. */
    private static String elected(Desk commune, String nomination, String person) {
        commune.open("/decisions/" + nomination);
        commune.test("record-election").click();
        assertThat(commune.test("field-kind")).containsText("Kết quả bầu cử");
        commune.test("save-decision").click();
        assertThat(commune.page().locator("h1")).containsText("Chờ ban hành");
        String drafted = commune.page().url().replaceAll(".*/decisions/([0-9a-f-]{36}).*", "$1");
        assertThat(commune.get("/api/personnel/decisions/" + drafted)
                        .body()
                        .path("effects")
                        .valueStream()
                        .map(effect -> effect.path("personId").asString() + " "
                                + effect.path("act").asString()))
                .containsExactly(person + " START");
        return drafted;
    }

    private static void sign(Desk desk, String number, LocalDate today) {
        desk.test("issue-decision").click();
        desk.test("field-number").fill(number);
        desk.test("field-signedOn").fill(today.format(VIETNAMESE));
    }

    private static void issue(Desk officer, String decision, LocalDate today) {
        officer.open("/decisions/" + decision);
        sign(officer, "25/NQ-HĐND", today);
        officer.test("field-day-START").fill(VACANT.format(VIETNAMESE));
        officer.test("confirm-issue").click();
        assertThat(officer.test("decision-state").first()).containsText("Đã ban hành");
    }

    private static void correct(Desk officer, String decision, LocalDate day) {
        officer.open("/decisions/" + decision);
        officer.test("correct-decision").click();
        officer.test("field-day-START").fill(day.format(VIETNAMESE));
        officer.test("field-reason").fill("Ghi sai ngày hiệu lực");
        officer.test("confirm-correct").click();
        assertThat(officer.test("confirm-correct")).hasCount(0);
    }

    private static void rescind(Desk officer) {
        officer.test("rescind-decision").click();
        officer.test("field-number").fill("1300-QĐ/TU");
        officer.test("field-signedOn").fill(VACANT.format(VIETNAMESE));
        officer.test("field-reason").fill("Không còn đủ điều kiện");
        officer.test("confirm-rescind").click();
        assertThat(officer.test("confirm-rescind")).hasCount(0);
    }

    private static void advance(Desk administrator, LocalDate day) {
        assertThat(administrator
                        .api("PUT", "/api/personnel/legal-day", Map.of("day", day.toString()), Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static List<String> held(Desk officer, String seatId) {
        return officer.get("/api/planning/seats/" + seatId)
                .body()
                .path("holders")
                .valueStream()
                .map(holder -> holder.path("personName").asString())
                .toList();
    }

    private static JsonNode plan(Desk officer, String person) {
        return officer.get("/api/planning/plan-entries?personId=" + person)
                .body()
                .path("items")
                .path(0);
    }

    private static List<String> titlesAtSchool(Desk officer, String person) {
        return officer.get("/api/training/people/" + person)
                .body()
                .path("posts")
                .valueStream()
                .map(post -> post.path("title").asString())
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
