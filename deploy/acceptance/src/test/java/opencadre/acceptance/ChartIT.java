package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The organisation chart: of today, and of today beside the last day before the reform. */
@InHouse
class ChartIT {

    private static final String BEFORE = "2025-06-30";

    private final House house;

    ChartIT(House house) {
        this.house = house;
    }

    @Test
    void whatTheReformMadeOfUnitsIsSeenInTheChartAndReadInItsTable() {
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/chart?unit=" + unit(officer, "Tỉnh Thái Nguyên") + "&against=" + BEFORE);
            assertThat(officer.test("chart-summary")).containsText("Mới");
            assertThat(officer.test("chart-summary")).containsText("Không còn");
            officer.test("chart-open-changes").click();

            Locator ward = box(officer, "Phường Bá Xuyên");
            assertThat(ward).containsText("Mới");
            assertThat(ward).containsText("từ ");
            assertThat(ward).containsText("1683/NQ-UBTVQH15");
            Locator gone = box(officer, "Phường Mỏ Chè");
            assertThat(gone).containsText("Không còn");
            assertThat(gone).containsText("vào Phường Bá Xuyên");
            officer.nothingSerious();

            officer.open("/chart?unit=" + unit(officer, "Tỉnh Thái Nguyên") + "&view=table&against=" + BEFORE);
            officer.test("chart-open-changes").click();
            Locator row = officer.test("chart-table")
                    .getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Cấp \\d+: Phường Mỏ Chè")))
                    .first();
            assertThat(row).containsText("Không còn");
            assertThat(row).containsText("1683/NQ-UBTVQH15");
            officer.nothingSerious();
        }
    }

    @Test
    void theArrowsGoFromBoxToBoxAndOpenThem() {
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/chart?unit=" + unit(officer, "Tỉnh Thái Nguyên"));
            Locator top =
                    box(officer, "Tỉnh Thái Nguyên").getByRole(AriaRole.LINK).first();
            top.focus();
            officer.page().keyboard().press("ArrowDown");
            officer.page().keyboard().press("End");
            Locator last = officer.page().locator(".unit-box .box-name:focus");
            assertThat(last).not().hasText("Tỉnh Thái Nguyên");
            officer.page().keyboard().press("ArrowUp");
            assertThat(top).isFocused();
            officer.page().keyboard().press("Space");
            assertThat(officer.test("chart-box")).hasCount(1);
        }
    }

    @Test
    void whoHeadsAUnitIsShownToItsOwnClerkAndNotToTheNext() {
        try (Desk clerk = house.desk("vanthu.songcong");
                Desk next = house.desk("vanthu.baxuyen")) {
            String unit = unit(clerk, "Đảng ủy phường Sông Công");
            JsonNode head = clerk.get("/api/personnel/units/" + unit + "/staffing")
                    .body()
                    .path("items")
                    .path(0)
                    .path("head");
            String name = head.path("heldBy").path(0).path("fullName").asString();
            assertThat(name).isNotEmpty();

            clerk.open("/chart?unit=" + unit);
            Locator shown = box(clerk, "Đảng ủy phường Sông Công");
            assertThat(shown).containsText(head.path("title").asString());
            assertThat(shown).containsText(name);
            clerk.test("chart-fit").click();
            clerk.nothingSerious();
            clerk.screenshot("chart");

            next.open("/chart?unit=" + unit);
            Locator hidden = box(next, "Đảng ủy phường Sông Công");
            assertThat(hidden).containsText("Chưa thấy ai giữ");
            assertThat(next.page().locator("main")).not().containsText(name);
        }
    }

    private static Locator box(Desk desk, String name) {
        return desk.test("chart-box")
                .filter(new Locator.FilterOptions()
                        .setHas(desk.page()
                                .locator(".box-name")
                                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")))))
                .first();
    }

    private static String unit(Desk desk, String name) {
        return desk.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }
}
