package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the figures of a unit to the dossier, and from a finding to where it is put right. */
@InHouse
class QualityIT {

    private final House house;

    QualityIT(House house) {
        this.house = house;
    }

    @Test
    void whatIsMissingLeadsFromTheUnitToTheDossierAndToItsPlace() {
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open("/quality");
            clerk.test("purpose-open").or(clerk.test("quality-figures")).first().waitFor();
            if (clerk.test("purpose-open").isVisible()) {
                clerk.test("purpose-open").click();
            }
            Locator total = clerk.test("quality-total");
            assertThat(total).containsText("Tất cả");
            clerk.nothingSerious();
            clerk.screenshot("quality");

            clerk.test("flawed-dossiers").getByRole(AriaRole.LINK).first().click();
            assertThat(clerk.test("quality-percent")).containsText("%");
            clerk.nothingSerious();
            clerk.screenshot("quality-dossier");

            Locator idCard = clerk.test("findings")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName(Pattern.compile("^Đến chỗ sửa: Chưa có: ")))
                    .last();
            idCard.click();
            assertThat(clerk.page()).hasURL(Pattern.compile("tab=cv&kind=[A-Z_]+"));
            assertThat(clerk.page().locator(".cv-kind.asked")).isFocused();

            clerk.open("/quality?tab=duplicates");
            assertThat(clerk.test("duplicates")).isVisible();
            clerk.nothingSerious();
        }
    }
}
