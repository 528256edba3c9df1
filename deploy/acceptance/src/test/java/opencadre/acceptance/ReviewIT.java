package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * The unit above asks for dossiers to be looked through; the ward does its part by the keyboard; what it came to is
 * kept.
 */
@InHouse
class ReviewIT {

    private static final String NAME = "Rà soát lý lịch cuối năm";
    private static final String WARD = "Phường Sông Công";
    private static final String DIVISION = "Phòng Văn hóa - Xã hội phường Sông Công";

    private final House house;

    ReviewIT(House house) {
        this.house = house;
    }

    @Test
    void aRoundIsOpenedDoneUnitByUnitAndClosed() {
        String address;
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/quality?tab=reviews");
            officer.nothingSerious();
            officer.test("open-review").click();
            officer.test("field-name").fill(NAME);
            UnitChoice.choose(
                    officer.page(),
                    officer.test("field-unitId"),
                    officer.test("field-unitId"),
                    "phuong song cong",
                    WARD);
            officer.test("field-deadline").fill("1/1/2020");
            officer.test("save-review").click();
            assertThat(officer.page().locator(".ant-drawer")).containsText("Hạn rà soát đã qua");
            officer.test("field-deadline").fill("31/12/2026");
            officer.nothingSerious();
            officer.screenshot("review-open");
            officer.test("save-review").click();
            assertThat(officer.test("review-state")).containsText("Đang rà soát");
            assertThat(officer.test("review-units")).containsText(DIVISION);
            address = officer.page().url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
            officer.nothingSerious();
        }
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open("/work-items");
            clerk.test("work")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Rà soát hồ sơ: " + NAME))
                    .click();
            assertThat(clerk.page()).hasURL(house.url() + address);
            clerk.test("review-units")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Xem hồ sơ của " + DIVISION))
                    .click();
            Locator dossiers = clerk.test("review-dossiers");
            assertThat(dossiers).containsText("Hồ sơ của " + DIVISION);
            Locator rows = dossiers.locator("tbody tr.ant-table-row");
            rows.nth(2).waitFor();
            int kept = rows.count();
            assertThat(clerk.test("mark-confirmed")).isDisabled();
            // Two by the keyboard alone.
            rows.first().getByRole(AriaRole.CHECKBOX).focus();
            clerk.page().keyboard().press("Space");
            clerk.page().keyboard().press("ArrowDown");
            clerk.page().keyboard().press("Space");
            assertThat(dossiers).containsText("Đã chọn 2 hồ sơ");
            clerk.nothingSerious();
            clerk.test("mark-confirmed").click();
            assertThat(dossiers.getByTestId("standing-CONFIRMED")).hasCount(2);

            rows.last().getByRole(AriaRole.CHECKBOX).check();
            clerk.test("mark-to-mend").click();
            clerk.test("save-mend").click();
            assertThat(clerk.page().locator(".ant-modal")).containsText("Hãy ghi rõ cần sửa gì");
            clerk.nothingSerious();
            clerk.test("field-remark").fill("Thiếu bản sao bằng đại học");
            clerk.test("save-mend").click();
            assertThat(dossiers.getByTestId("standing-TO_MEND")).hasCount(1);
            assertThat(dossiers).containsText("Thiếu bản sao bằng đại học");
            assertThat(clerk.test("review-units")).containsText("3/" + kept + " (");
            clerk.nothingSerious();
            clerk.screenshot("review");
        }
        try (Desk neighbour = house.desk("vanthu.baxuyen")) {
            neighbour.open("/quality?tab=reviews");
            assertThat(neighbour.test("reviews")).containsText("Chưa có đợt rà soát nào");
            neighbour.nothingSerious();
            neighbour.open(address);
            assertThat(neighbour.page().locator("h1")).not().containsText(NAME);
        }
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/quality?tab=reviews");
            officer.test("reviews")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(NAME))
                    .click();
            officer.test("close-review").click();
            assertThat(officer.page().locator(".ant-modal")).containsText("chưa rà soát xong");
            officer.nothingSerious();
            officer.test("confirm-close").click();
            assertThat(officer.test("review-state")).containsText("Đã kết thúc");
            assertThat(officer.test("review-units")).containsText("Kết quả khi kết thúc");
            assertThat(officer.test("mark-confirmed")).isHidden();
            officer.nothingSerious();
            officer.screenshot("review-closed");
        }
    }
}
