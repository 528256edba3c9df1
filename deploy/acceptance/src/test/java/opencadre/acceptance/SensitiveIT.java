package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What marks a career is opened on purpose, and whoever watches over it sees who did, and why. */
@InHouse
class SensitiveIT {

    private final House house;

    SensitiveIT(House house) {
        this.house = house;
    }

    @Test
    void ratingsAreAskedForOnlyOnceThePurposeIsSaidAndTheInspectorSeesIt() {
        try (Desk officer = house.deskWithoutPurpose("tochuc.tinh");
                Desk inspector = house.desk("kiemtra.tinh")) {
            List<String> asked = new ArrayList<>();
            officer.page().onRequest(request -> asked.add(request.url()));
            String id = officer.get("/api/personnel/people?limit=2")
                    .body()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();

            officer.open("/people/" + id);
            Locator card = officer.test("conduct");
            assertThat(card.getByTestId("purpose-gate")).isVisible();
            assertThat(card.getByTestId("purpose-open")).isDisabled();
            assertThat(asked).noneMatch(url -> url.contains("/conduct"));
            nothingSerious(officer);
            officer.screenshot("purpose-gate");

            card.getByTestId("purpose").click();
            officer.page()
                    .locator(".ant-select-dropdown:visible .ant-select-item-option")
                    .getByText("Bổ nhiệm và giới thiệu ứng cử", new Locator.GetByTextOptions().setExact(true))
                    .click();
            card.getByTestId("purpose-open").click();
            assertThat(card.getByTestId("add-conduct")).isVisible();
            assertThat(officer.test("purpose-chip")).containsText("Bổ nhiệm");

            inspector.open("/people/" + id + "?tab=views");
            Locator views = inspector.test("views-personnel");
            assertThat(views).containsText("Xem xếp loại, kỷ luật, sức khỏe");
            assertThat(views).containsText("Bổ nhiệm và giới thiệu ứng cử");
            assertThat(views).containsText("tochuc.tinh");
            assertThat(views).containsText("Trong danh sách 2 người");
            nothingSerious(inspector);
            inspector.screenshot("views");
            assertThat(officer.get("/api/personnel/people/" + id + "/views").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoeverMustSignInAgainIsAskedForThePasswordAlthoughTheSessionStands() {
        try (Desk inspector = house.desk("kiemtra.tinh")) {
            inspector.open("/oauth2/authorization/keycloak?again&return-to=/people");

            assertThat(inspector.page().locator("#password")).isVisible();
            inspector.page().locator("#password").fill("Demo-2026-kiemtra.tinh");
            inspector.page().locator("#kc-login").click();
            assertThat(inspector.test("account")).isVisible();
            assertThat(inspector.page()).hasURL(java.util.regex.Pattern.compile(".*/people"));
        }
    }

    private static void nothingSerious(Desk desk) {
        desk.awaitStillness();
        assertThat(new AxeBuilder(desk.page()).analyze().getViolations())
                .filteredOn(rule -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                .extracting(Rule::getId)
                .isEmpty();
    }
}
