package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Everybody can use it: nothing serious for axe, and no mouse is needed. */
@InHouse
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int STOPS = 40;
    private static final String SONG_CONG = "Ủy ban nhân dân phường Sông Công";

    private final Desk desk;

    AccessibilityIT(House house) {
        this.desk = house.desk();
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void axeFindsNothingSeriousOnAnyPage(String language) {
        desk.open("/");
        desk.test("lang-" + language).click();
        nothingSerious("landing");

        desk.signIn("tochuc.tinh");
        desk.test("lang-" + language).click();
        desk.open("/people");
        desk.test("open-dossier").waitFor();
        nothingSerious("list");

        desk.test("open-dossier").click();
        Dossier.shown(desk);
        assertThat(desk.test("panel-planning")).hasAttribute("data-state", "good");
        assertThat(desk.test("panel-training")).hasAttribute("data-state", "good");
        nothingSerious("dossier");

        desk.open("/people/new");
        desk.test("save-person").click();
        assertThat(new PersonForm(desk.page()).errors("fullName")).isVisible();
        nothingSerious("form with errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void axeFindsNothingSeriousOnThePagesOfWork(String language) {
        desk.signIn("tochuc.tinh");
        desk.test("lang-" + language).click();
        for (String page : List.of(
                "units",
                "chart?against=2025-06-30",
                "chart?against=2025-06-30&view=table",
                "plans",
                "plans?view=entries",
                "procedures",
                "decisions",
                "reorganisations",
                "quality",
                "quality?tab=duplicates",
                "imports",
                "work-items",
                "figures")) {
            desk.open("/" + page);
            calm(page);
        }

        JsonNode seat = plannedSeat();
        desk.open("/units/" + seat.path("unitId").asString());
        desk.test("unit-seats").waitFor();
        calm("unit");

        desk.open("/seats/" + seat.path("seatId").asString());
        desk.test("verdict").waitFor();
        calm("seat");
        desk.test("propose-plan").click();
        desk.test("field-person").waitFor();
        nothingSerious("proposing somebody for a seat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void axeFindsNothingSeriousOnThePagesOfTheAdministrator(String language) {
        desk.signIn("quantri");
        desk.test("lang-" + language).click();
        desk.open("/admin/accounts");
        calm("accounts");
        desk.test("new-account").click();
        desk.test("field-username").waitFor();
        nothingSerious("making an account");

        desk.open("/admin/accounts/vanthu.songcong/grants");
        desk.test("end-grant").first().waitFor();
        calm("account");
        desk.test("give-grant").click();
        desk.test("field-role").waitFor();
        nothingSerious("giving a right");
    }

    @Test
    void whyAPageIsSeenIsReadWithoutAMouse() {
        desk.signIn("vanthu.songcong");
        desk.open("/people");
        desk.test("open-dossier").waitFor();
        tabTo("scope-chip");
        press("Enter");
        assertThat(desk.test("why")).containsText("Bạn xem được trang này nhờ");
        nothingSerious("why");
    }

    @Test
    void aFigureOpensWithoutAMouseAndAxeFindsNothingSeriousInIt() {
        desk.signIn("tochuc.tinh");
        desk.open("/figures?programme=" + programme());
        desk.test("figure-value-UNITS").waitFor();
        tabTo("figure-value-UNITS");
        press("Enter");
        desk.test("figure-rows").or(desk.test("figure-rows-none")).first().waitFor();
        assertThat(desk.test("figure-without")).containsText(SONG_CONG);
        nothingSerious("figure");

        press("Escape");
        assertThat(desk.test("figure-panel")).hasCount(0);
        assertThat(desk.test("figure-value-UNITS")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void aNumberOfTheStatisticsOpensWithoutAMouseAndAxeFindsNothingSeriousInIt(String language) {
        desk.signIn("tochuc.tinh");
        desk.test("lang-" + language).click();
        desk.open("/statistics?compareTo=2025-12-31");
        desk.test("statistics-ALL-TOTAL").waitFor();
        calm("statistics");
        tabTo("statistics-ALL-TOTAL");
        press("Enter");
        desk.test("statistics-rows").waitFor();
        nothingSerious("who is counted");

        press("Escape");
        assertThat(desk.test("statistics-rows")).hasCount(0);
        assertThat(desk.test("statistics-ALL-TOTAL")).isFocused();
    }

    /** Of one ward, to which nobody was sent. Its number lets it stand after every other. */
    private String programme() {
        JsonNode unit = desk.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(SONG_CONG))
                .findFirst()
                .orElseThrow();
        String unitId = unit.path("id").asString();
        Map<String, Object> units = Map.of(
                "fact",
                "DECISION",
                "count",
                "UNITS",
                "kinds",
                List.of("SECOND"),
                "unitTypes",
                List.of(unit.path("type").asString()));
        Map<String, Object> turns = Map.of("fact", "STUDY", "count", "TURNS");
        Answer recorded = desk.api(
                "POST",
                "/api/planning/programmes",
                Map.of(
                        "number", "TN-99",
                        "title", "Chương trình để thử",
                        "issuedOn", "2025-07-02",
                        "from", "2025-07-01",
                        "to", "2030-12-31",
                        "countedFrom", "2025-07-01",
                        "ownerUnitId", unitId,
                        "coveredUnitIds", List.of(unitId),
                        "objectives",
                                List.of(Map.of(
                                        "name",
                                        said("Biệt phái, đào tạo", "Secondment, studies"),
                                        "indicators",
                                        List.of(
                                                Map.of(
                                                        "code",
                                                        "UNITS",
                                                        "sentence",
                                                        said("{value}/{of} đơn vị.", "{value}/{of} units."),
                                                        "counting",
                                                        units),
                                                Map.of(
                                                        "code",
                                                        "TURNS",
                                                        "sentence",
                                                        said("{value} lượt đi học.", "{value} studies."),
                                                        "counting",
                                                        turns))))),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return recorded.body().path("id").asString();
    }

    private static Map<String, String> said(String vi, String en) {
        return Map.of("vi", vi, "en", en);
    }

    /** Of somebody's plan, so that there are verdicts. */
    private JsonNode plannedSeat() {
        return desk.get("/api/planning/plan-entries?state=APPROVED&limit=1")
                .body()
                .path("items")
                .path(0);
    }

    /** What the page waits for has come. */
    private void calm(String page) {
        desk.page().locator("main h1").first().waitFor();
        desk.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(desk.page().locator(".ant-skeleton")).hasCount(0);
        nothingSerious(page);
    }

    @Test
    void aPersonIsRegisteredWithoutAMouse() {
        desk.signIn("tochuc.tinh");
        desk.open("/people");
        // A page that is still being laid out begins its order of stops anew.
        desk.test("open-dossier").waitFor();
        tabTo("add-person");
        press("Enter");
        desk.test("save-person").waitFor();

        tabTo("field-fullName");
        type("Lê Thị Phím");
        press("Tab");
        type("5/6/1988");
        press("Tab");
        press("Space");
        tabTo("field-unit");
        type("van hoa xa hoi bach quang");
        desk.page()
                .locator(".unit-popup")
                .getByText("Phòng Văn hóa - Xã hội phường Bách Quang")
                .waitFor();
        chooseUnit();
        tabTo("field-title");
        type("Chuyên viên");
        press("Tab");
        press("ArrowDown");
        press("ArrowDown");
        press("Enter");
        tabTo("field-from");
        type("1/2/2026");
        press("Enter");

        Dossier dossier = Dossier.shown(desk);
        dossier.panelShows("personnel", "good", "Phòng Văn hóa - Xã hội phường Bách Quang");
        assertThat(desk.page().locator("h1")).hasText("Lê Thị Phím");
    }

    /** The arrows walk the tree of what was found until the wished unit is under them. */
    private void chooseUnit() {
        for (int step = 0; step < STOPS; step++) {
            press("ArrowDown");
            String active = String.valueOf(desk.page()
                    .evaluate(
                            "document.querySelector('.unit-popup .ant-select-tree-treenode-active')?.innerText ?? ''"));
            if (active.contains("Phòng Văn hóa - Xã hội phường Bách Quang")) {
                press("Enter");
                return;
            }
        }
        throw new AssertionError("The arrows do not reach the unit");
    }

    /** Presses Tab until the focus is on or inside this element. */
    private void tabTo(String testId) {
        for (int stop = 0; stop < STOPS; stop++) {
            if (Boolean.TRUE.equals(desk.page()
                    .evaluate("id => !!document.activeElement?.closest(`[data-testid=\"${id}\"]`)", testId))) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("The Tab key does not reach " + testId);
    }

    private void press(String key) {
        desk.page().keyboard().press(key);
    }

    private void type(String text) {
        desk.page().keyboard().type(text, new Keyboard.TypeOptions().setDelay(5));
    }

    private void nothingSerious(String page) {
        desk.awaitStillness();
        List<String> violations = new AxeBuilder(desk.page())
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(AccessibilityIT::told)
                        .toList();
        assertThat(violations).as(page).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
