package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of people is counted by group and narrowed by a click; the address keeps it. */
@InHouse
class FacetsIT {

    private final House house;

    FacetsIT(House house) {
        this.house = house;
    }

    @Test
    void aGroupThatWasCountedIsShownByAClick() {
        try (Desk clerk = house.desk("vanthu.baxuyen")) {
            int women = clerk.get("/api/personnel/people/count?sex=FEMALE")
                    .body()
                    .path("total")
                    .asInt();
            assertThat(women).isPositive();
            clerk.open("/people");
            clerk.test("open-facets").click();
            assertThat(clerk.test("facets")).containsText("Diện quản lý");
            assertThat(clerk.test("facets")
                            .locator("li")
                            .filter(new Locator.FilterOptions().setHas(clerk.test("facet-FEMALE"))))
                    .containsText(String.valueOf(women));
            clerk.nothingSerious();
            clerk.screenshot("facets");
            clerk.test("facet-FEMALE").click();
            assertThat(clerk.page()).hasURL(Pattern.compile("/people\\?sex=FEMALE"));
            assertThat(clerk.test("people-total")).hasText(women + " người");
            assertThat(clerk.page().locator(".chip")).containsText("Nữ");
            clerk.page().locator(".chip button").click();
            assertThat(clerk.page()).hasURL(Pattern.compile("/people$"));
        }
    }
}
