package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** On any other day than today the page is amber and changes nothing. */
@InHouse
class AnotherDayIT {

    private static final String AMBER = "rgb(255, 207, 92)";

    private final House house;

    AnotherDayIT(House house) {
        this.house = house;
    }

    @Test
    void anotherDayIsAmberAndReadOnlyUntilTodayIsBack() {
        try (Desk desk = house.desk("vanthu.baxuyen")) {
            desk.open("/people");
            assertThat(desk.test("add-person")).isEnabled();
            assertThat(desk.test("people-grid").locator("footer")).containsText("1–16 trong 16");

            desk.test("date-bar").locator("button").first().click();
            assertThat(desk.page().locator("header.topbar")).hasCSS("background-color", AMBER);
            assertThat(desk.page().locator(".when")).containsText("Đang xem quá khứ");
            assertThat(desk.page().locator(".when")).containsText("Chỉ đọc");
            assertThat(desk.test("add-person")).isDisabled();
            assertThat(desk.test("people-grid").locator("footer")).containsText("trong");
            desk.screenshot("another-day");

            desk.test("open-dossier").click();
            assertThat(desk.test("correct-post").first()).isDisabled();
            assertThat(desk.test("correct-identity")).isDisabled();

            desk.page().locator(".to-today").click();
            assertThat(desk.test("correct-post").first()).isEnabled();
            assertThat(desk.page().locator("header.topbar")).not().hasCSS("background-color", AMBER);
        }
    }

    @Test
    void aDayBeforeTheReformShowsTheOldUnitsToChooseFrom() {
        try (Desk desk = house.desk("tochuc.tinh")) {
            desk.open("/people?asOf=2025-06-30");
            desk.test("filter-unit").click();
            desk.page().keyboard().insertText("thanh uy song cong");
            assertThat(desk.page().locator(".unit-popup")).containsText("Ban Tổ chức Thành ủy Sông Công");
            desk.page()
                    .locator(".unit-popup")
                    .getByText("Ban Tổ chức Thành ủy Sông Công", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(desk.test("unit-basis")).isVisible();
            assertThat(desk.test("people-total")).not().hasText("0 người");
            // Nothing took the place of the city, so nobody is in what did.
            desk.test("unit-basis").getByText("Đơn vị kế thừa").click();
            assertThat(desk.test("people-total")).hasText("0 người");
            desk.screenshot("successor-units");
            desk.nothingSerious();
            desk.open("/people");
            desk.test("filter-unit").click();
            desk.page().keyboard().insertText("thanh uy song cong");
            assertThat(desk.page().locator(".unit-popup")).not().containsText("Ban Tổ chức Thành ủy Sông Công");
        }
    }
}
