package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/**
 * Two divisions of a ward go into one: drafted by one, placed, tried, approved by another, and taken back before its
 * day.
 */
@InHouse
class ReorganisationIT {

    private static final String CULTURE = "Phòng Văn hóa - Xã hội phường Bá Xuyên";
    private static final String ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị phường Bá Xuyên";

    private final House house;

    ReorganisationIT(House house) {
        this.house = house;
    }

    @Test
    void twoDivisionsGoIntoOneAndItIsTakenBackBeforeItsDay() {
        String address;
        try (Desk officer = house.desk("tochuc.tinh")) {
            address = drafted(officer);
            officer.test("propose-reorganisation").click();
            officer.test("confirm-propose").click();
            Locator posts = officer.test("reorganisation-posts");
            // Two heads come and one seat is there: the system chooses nobody.
            assertThat(posts).containsText("Chưa bố trí");
            officer.nothingSerious();
            officer.open(address + "?tab=check");
            Locator check = officer.test("reorganisation-check");
            assertThat(check).containsText("Chưa bố trí người giữ chức vụ này");
            officer.screenshot("reorganisation-check");
            officer.nothingSerious();
            placeEverybody(officer, address);
            officer.open(address + "?tab=check");
            assertThat(check).containsText("Không còn vướng mắc");
            officer.open(address + "?tab=posts");
            assertThat(posts).containsText("Trưởng phòng");
            officer.screenshot("reorganisation");
            assertThat(officer.test("approve-reorganisation")).isHidden();
        }
        try (Desk leader = house.desk("lanhdao.btc")) {
            leader.open("/work-items");
            assertThat(leader.test("work")).containsText("Hợp nhất hai phòng thuộc phường Bá Xuyên");
            leader.open(address + "?tab=impact");
            Locator impact = leader.test("reorganisation-impact");
            assertThat(impact).containsText(CULTURE);
            assertThat(leader.test("reorganisation-answers")).containsText("Đã cho biết tác động: Đào tạo, Quy hoạch");
            leader.screenshot("reorganisation-impact");
            leader.nothingSerious();
            leader.test("approve-reorganisation").click();
            assertThat(leader.test("confirm-approve")).isEnabled();
            leader.test("confirm-approve").click();
            assertThat(leader.test("reorganisation-state")).containsText("Đã phê duyệt");
            assertThat(leader.get("/api/personnel/units?asOf=2031-01-01").body().toString())
                    .contains("Phòng Chuyên môn phường Bá Xuyên")
                    .doesNotContain(CULTURE);
            leader.open(address);
            leader.test("undo-reorganisation").click();
            leader.test("field-reason").fill("Đề án được hoãn lại");
            leader.test("confirm-undo").click();
            assertThat(leader.test("reorganisation-state")).containsText("Đã hủy");
            leader.nothingSerious();
        }
    }

    /** The draft, by the drawer of the list; where it is. */
    private static String drafted(Desk officer) {
        officer.open("/reorganisations");
        officer.test("draft-reorganisation").click();
        officer.test("field-name").fill("Hợp nhất hai phòng thuộc phường Bá Xuyên");
        officer.test("field-instrument").fill("12-ĐA/ĐU");
        officer.test("field-effectiveOn").fill("01/01/2031");
        officer.test("field-effectiveOn").blur();
        chosen(officer, "field-level", "Đảng ủy xã, phường quản lý");
        unit(officer, "field-endedUnits", CULTURE);
        unit(officer, "field-endedUnits", ECONOMY);
        officer.page().keyboard().press("Escape");
        officer.test("field-unit-name").fill("Phòng Chuyên môn phường Bá Xuyên");
        chosen(officer, "field-unit-tree", "Chính quyền");
        officer.test("field-unit-type").locator("input").fill("PHONG");
        officer.page().keyboard().press("Tab");
        unit(officer, "field-unit-parent", "Phường Bá Xuyên");
        officer.nothingSerious();
        officer.test("save-reorganisation").click();
        officer.test("reorganisation-state").waitFor();
        assertThat(officer.page().locator("h1")).containsText("Hợp nhất hai phòng");
        return officer.page().url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
    }

    /** Each who waits takes the first seat that is still free, or leaves. */
    private static void placeEverybody(Desk officer, String address) {
        boolean isHeadThere = false;
        boolean isDeputyThere = false;
        for (int i = 0; i < 10; i++) {
            officer.open(address + "?tab=posts&unplaced=1");
            Locator waiting = officer.test("reorganisation-posts");
            waiting.locator("tbody tr, .empty").first().waitFor();
            Locator rows = waiting.locator("tbody tr:has([data-testid=place-post])");
            if (rows.count() == 0) {
                return;
            }
            String row = rows.first().innerText();
            boolean isDeputy = row.contains("Phó Trưởng phòng");
            boolean takesSeat = isDeputy ? !isDeputyThere : !isHeadThere;
            isDeputyThere |= isDeputy;
            isHeadThere |= !isDeputy;
            rows.first().getByTestId("place-post").click();
            officer.test("field-into")
                    .getByText(
                            takesSeat ? "Vào ghế của đơn vị tiếp nhận hoặc ghế mới" : "Thôi giữ chức vụ, không bố trí")
                    .click();
            if (takesSeat) {
                officer.test("field-seatId").click();
                officer.page()
                        .locator(".ant-select-item-option")
                        .filter(new Locator.FilterOptions()
                                .setHasText(java.util.regex.Pattern.compile(
                                        isDeputy ? "^Phó Trưởng phòng" : "^Trưởng phòng")))
                        .first()
                        .click();
            }
            officer.test("save-placement").click();
            officer.test("save-placement")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
        throw new AssertionError("somebody is never placed");
    }

    private static void chosen(Desk desk, String field, String option) {
        desk.test(field).click();
        desk.page()
                .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void unit(Desk desk, String field, String name) {
        Locator item = desk.page()
                .locator(".ant-form-item")
                .filter(new Locator.FilterOptions().setHas(desk.test(field)))
                .last();
        UnitChoice.choose(desk.page(), desk.test(field), item, name, name);
    }
}
