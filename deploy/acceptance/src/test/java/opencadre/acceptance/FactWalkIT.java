package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** One fact's way through the house: typed, seen, corrected, voided, and never seen by the neighbour. */
@InHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FactWalkIT {

    private static final String UNIT = "Phòng Văn hóa - Xã hội phường Sông Công";
    private static final String TITLE = "Công chức văn hóa";

    private final House house;
    private final Desk desk;
    private String id = "";

    FactWalkIT(House house) {
        this.house = house;
        this.desk = house.desk();
    }

    @AfterAll
    void leave() {
        desk.close();
    }

    @Test
    @Order(1)
    void anOfficerSignsInAtTheProvidersPageAndTheBrowserHoldsNoToken() {
        desk.open("/");
        desk.test("login-button").click();
        assertThat(desk.page()).hasURL(java.util.regex.Pattern.compile(".*/realms/opencadre/.*"));
        desk.signIn("vanthu.songcong");

        String stored = String.valueOf(desk.page()
                .evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie"));
        assertThat(stored).doesNotContain("eyJ");
        assertThat(desk.cookies())
                .filteredOn(cookie -> cookie.name.equals("__Host-opencadre"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.httpOnly && cookie.secure);
        // The provider keeps cookies of its own on its own path; of ours a script reads only the one against forgery.
        assertThat(String.valueOf(desk.page().evaluate("document.cookie"))).matches("__Host-XSRF-TOKEN=[^;]+");
    }

    @Test
    @Order(2)
    void theListShowsTheOwnUnitInTheOrderOfGivenNames() {
        desk.open("/people");
        assertThat(desk.test("people-total")).hasText("19 người");
        assertThat(desk.test("people-grid").locator(".row-link b")).hasText(new String[] {
            "Ất", "Đăng", "Định", "Định", "Giáp", "Hùng", "Khoa", "Lộc", "Nam", "Ngát", "Nghĩa", "Ngọc", "Phong", "Quế",
            "Sen", "Thành", "Tùng", "Ước", "Yến"
        });
        desk.screenshot("list");
    }

    @Test
    @Order(3)
    void aPersonTypedOnTheFormReachesTheDossierOfAllThreeServices() {
        desk.test("add-person").click();
        PersonForm form = new PersonForm(desk.page())
                .identity("Trần Thị Mừng", "2/3/1990", "Nữ")
                .post(UNIT, TITLE, "Thủ trưởng đơn vị quản lý", "01/10/2025");
        desk.screenshot("form");
        form.save();

        Dossier dossier = Dossier.shown(desk);
        id = dossier.id();
        dossier.allPanelsShow("01/10/2025");
        assertThat(dossier.panel("training")).containsText(TITLE);
        desk.screenshot("dossier");
    }

    @Test
    @Order(4)
    void thePersonIsInTheListTheCountAndTheSearch() {
        desk.open("/people");
        assertThat(desk.test("people-total")).hasText("20 người");
        assertThat(desk.test("person-row-" + id)).containsText(TITLE);
        desk.test("search").fill("mung tran");
        desk.test("search").press("Enter");
        assertThat(desk.test("people-total")).hasText("1 người");
        assertThat(desk.test("person-row-" + id)).isVisible();
    }

    @Test
    @Order(5)
    void theNeighbourFindsNothingOfIt() {
        try (Desk neighbour = house.desk("vanthu.baxuyen")) {
            neighbour.open("/people");
            assertThat(neighbour.test("people-total")).hasText("16 người");
            assertThat(neighbour.test("person-row-" + id)).hasCount(0);
            neighbour.open("/people?q=mung");
            assertThat(neighbour.test("people-total")).hasText("0 người");
            assertThat(neighbour.test("people-grid")).containsText("Không có ai tên “mung”");
            neighbour.open("/people/" + id);
            assertThat(neighbour.page().locator("main h1")).hasText("Không có hồ sơ này trong phạm vi của bạn");
            assertThat(neighbour.page().locator("main")).not().containsText("Mừng");
            for (String service : House.SERVICES) {
                String people = "/api/" + service + "/people";
                assertThat(neighbour.get(people + "/" + id).status())
                        .as(service)
                        .isEqualTo(404);
                assertThat(neighbour.get(people + "?limit=200").text())
                        .as(service)
                        .doesNotContain(id);
                assertThat(neighbour
                                .get(people + "/count?q=mung")
                                .body()
                                .path("total")
                                .asInt(-1))
                        .as(service)
                        .isZero();
            }
            assertThat(neighbour.get("/api/personnel/people/" + id + "/history").status())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(6)
    void aCorrectionWalksToAllThreePanelsAndTheOldIsStillKnown() {
        JsonNode before = desk.get("/api/personnel/people/" + id).body();
        Dossier dossier = new Dossier(desk, id).open();
        dossier.correctPost().day("from", "15/10/2025").reason("Ghi sai ngày").save();
        dossier.allPanelsShow("15/10/2025");

        assertThat(dossier.historyStates()).contains("Đang ghi nhận", "Đã thay thế");
        assertThat(desk.test("history")).containsText("01/10/2025");
        assertThat(desk.test("history")).containsText("Ghi sai ngày");
        String then = before.path("assignments").path(0).path("recordedFrom").asString();
        assertThat(firstDay("?knownAt=" + then)).isEqualTo("2025-10-01");
        assertThat(firstDay("")).isEqualTo("2025-10-15");
    }

    @Test
    @Order(7)
    void aVoidedPostLeavesAllThreePanelsAndStaysInHistory() {
        Dossier dossier = new Dossier(desk, id).open();
        dossier.voidPost("Nhập nhầm người");
        dossier.allPanelsShow("Không giữ chức vụ");

        assertThat(dossier.historyStates()).contains("Đã hủy bỏ");
        assertThat(desk.test("history")).containsText("Nhập nhầm người");
        desk.screenshot("history");
        desk.open("/people?q=mung");
        assertThat(desk.test("person-row-" + id).getByText("Không giữ chức vụ", new Locator.GetByTextOptions()))
                .isVisible();
    }

    private String firstDay(String query) {
        assertThat(desk.eventually(
                        Duration.ofSeconds(2),
                        () -> desk.get("/api/personnel/people/" + id + query).status() == 200))
                .isTrue();
        JsonNode person = desk.get("/api/personnel/people/" + id + query).body();
        return person.path("assignments").path(0).path("validFrom").asString();
    }
}
