package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A filter of the list of people is kept, put on again and taken away; the next clerk has none of it. */
@InHouse
class SavedFilterIT {

    private final House house;

    SavedFilterIT(House house) {
        this.house = house;
    }

    @Test
    void aFilterIsKeptAndPutOnAgainByWhoeverKeptIt() {
        String name = "Tìm Lan " + UUID.randomUUID().toString().substring(0, 6);
        try (Desk clerk = house.desk("vanthu.songcong");
                Desk next = house.desk("vanthu.baxuyen")) {
            clerk.open("/people?q=lan");
            clerk.test("saved-filters-open").click();
            clerk.test("save-filter").click();
            clerk.test("filter-name").fill(name);
            clerk.test("keep-filter").click();
            assertThat(clerk.test("filter-name")).hasCount(0);

            clerk.open("/people");
            clerk.test("saved-filters-open").click();
            clerk.nothingSerious();
            link(clerk, name).click();
            assertThat(clerk.page()).hasURL(Pattern.compile("/people\\?q=lan$"));

            next.open("/people");
            next.test("saved-filters-open").click();
            assertThat(next.test("saved-filters")).isVisible();
            assertThat(link(next, name)).hasCount(0);

            clerk.test("saved-filters-open").click();
            button(clerk, "Xóa " + name).click();
            button(clerk, "Xóa").click();
            assertThat(link(clerk, name)).hasCount(0);
        }
    }

    private static Locator link(Desk desk, String name) {
        return desk.test("saved-filters").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Desk desk, String name) {
        return desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
