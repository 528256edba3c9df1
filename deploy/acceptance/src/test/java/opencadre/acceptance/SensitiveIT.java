package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            officer.nothingSerious();
            officer.screenshot("purpose-gate");

            card.getByTestId("purpose").click();
            officer.page()
                    .locator(".ant-select-dropdown:visible .ant-select-item-option")
                    .getByText("Bổ nhiệm và giới thiệu ứng cử", new Locator.GetByTextOptions().setExact(true))
                    .click();
            card.getByTestId("purpose-open").click();
            assertThat(card.getByTestId("add-conduct")).isVisible();
            assertThat(officer.test("purpose-chip")).containsText("Bổ nhiệm");
            card.getByTestId("show-conduct-history").press("Enter");
            assertThat(card.getByTestId("conduct-history").locator("tbody tr.ant-table-row, p.empty"))
                    .not()
                    .hasCount(0);
            officer.nothingSerious();
            officer.screenshot("conduct-history");

            inspector.open("/people/" + id + "?tab=views");
            Locator views = inspector.test("views-personnel");
            assertThat(views).containsText("Xem xếp loại, kỷ luật, sức khỏe");
            assertThat(views).containsText("Bổ nhiệm và giới thiệu ứng cử");
            assertThat(views).containsText("tochuc.tinh");
            assertThat(views).containsText("Trong danh sách 2 người");
            inspector.nothingSerious();
            inspector.screenshot("views");
            assertThat(officer.get("/api/personnel/people/" + id + "/views").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoLookedIsAskedForWithOnePurposeForAllServicesAndSaysWhatWasSearchedFor() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk inspector = house.deskWithoutPurpose("kiemtra.tinh")) {
            List<String> asked = new ArrayList<>();
            inspector.page().onRequest(request -> asked.add(request.url()));
            String id = officer.firstPerson();
            String family = officer.get("/api/personnel/people/" + id)
                    .body()
                    .path("identity")
                    .path("fullName")
                    .asString()
                    .replaceFirst(" .*", "");
            officer.get("/api/personnel/people?limit=200&q=" + URLEncoder.encode(family, StandardCharsets.UTF_8));

            inspector.open("/people/" + id + "?tab=views");
            Locator tab = inspector.test("views");
            assertThat(tab.getByTestId("purpose-gate")).hasCount(1);
            assertThat(tab).containsText("đang ẩn cho đến khi bạn chọn mục đích");
            assertThat(tab).not().containsText("Chưa đọc được");
            assertThat(asked).noneMatch(url -> url.contains("/views"));
            inspector.nothingSerious();
            inspector.screenshot("views-gate");

            tab.getByTestId("purpose").click();
            inspector
                    .page()
                    .locator(".ant-select-dropdown:visible .ant-select-item-option")
                    .getByText("Kiểm tra và giám sát", new Locator.GetByTextOptions().setExact(true))
                    .click();
            tab.getByTestId("purpose-open").click();
            for (String service : List.of("personnel", "training", "planning")) {
                assertThat(inspector.test("views-" + service).locator("h2")).isVisible();
            }
            assertThat(tab.getByTestId("purpose-gate")).hasCount(0);
            assertThat(inspector.test("views-personnel")).containsText("Tìm: " + family);
            inspector.screenshot("views-searched");
            inspector.page().setViewportSize(390, 844);
            inspector.screenshot("views-narrow");
        }
    }

    @Test
    void whatTheButtonPrintsIsOnRecordAndWhatTheBrowserPrintsAloneIsEmpty() {
        try (Desk officer = house.deskWithoutPurpose("tochuc.tinh");
                Desk inspector = house.desk("kiemtra.tinh")) {
            String id = officer.firstPerson();
            officer.open("/people/" + id);
            assertThat(officer.test("revision")).isVisible();
            Locator name = officer.page().locator(".dossier h1");
            Locator instead = officer.page().locator(".print-instead");

            officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(name).isHidden();
            assertThat(instead).isVisible();
            officer.screenshot("print-alone");
            officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            officer.page().evaluate("() => { window.print = () => { window.printed = true } }");
            officer.test("print").click();
            Locator asks = officer.page().getByRole(AriaRole.DIALOG);
            officer.nothingSerious();
            officer.screenshot("print-gate");
            // Looked at and tried again, as a person does: the list may still unfold under the first click.
            for (int attempt = 0;
                    attempt < 3 && asks.getByTestId("purpose-open").isDisabled();
                    attempt++) {
                asks.getByTestId("purpose").click();
                officer.page()
                        .locator(".ant-select-dropdown:visible .ant-select-item-option")
                        .getByText("Tổng hợp và báo cáo", new Locator.GetByTextOptions().setExact(true))
                        .click();
            }
            asks.getByTestId("purpose-open").click();
            officer.page().waitForFunction("() => window.printed");
            officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(name).isVisible();
            assertThat(instead).isHidden();
            officer.screenshot("print");

            inspector.open("/people/" + id + "?tab=views");
            for (String service : List.of("personnel", "training", "planning")) {
                Locator row = inspector
                        .test("views-" + service)
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("Tải về hoặc in ra"))
                        .first();
                assertThat(row).containsText("tochuc.tinh");
                assertThat(row).containsText("Tổng hợp và báo cáo");
            }
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
}
