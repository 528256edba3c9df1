package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The people of a division are rated for a quarter: typed by one, held against the cap, decided by another. */
@InHouse
class EvaluationIT {

    private static final String DIVISION = "Phòng Văn hóa - Xã hội phường Sông Công";
    private static final List<String> AXES = List.of(
            "Nhiệm vụ kinh tế - xã hội, chính trị",
            "Thể chế, phân cấp, phân quyền",
            "Khoa học, đổi mới sáng tạo, chuyển đổi số",
            "Xây dựng Đảng, phòng chống tham nhũng",
            "Văn hóa, con người, an sinh xã hội",
            "Quốc phòng, an ninh, đối ngoại");

    private final House house;

    EvaluationIT(House house) {
        this.house = house;
    }

    @Test
    void aQuarterIsTypedHeldAgainstTheCapAndDecidedByAnother() {
        String address;
        try (Desk clerk = house.desk("vanthu.songcong")) {
            address = opened(clerk);
            Locator rows = clerk.test("sheets").locator("tbody tr");
            assertThat(rows).hasCount(3);
            // A cell that is typed wrongly says so where it stands.
            cell(rows.first(), AXES.getFirst()).fill("95/90");
            cell(rows.first(), AXES.getFirst()).blur();
            assertThat(rows.first().locator(".cell-says")).containsText("Không đọc được");
            clerk.nothingSerious();
            for (int column = 1; column <= 3; column++) {
                down(clerk, rows, "Tiêu chí chung " + column, "1", "1", "1");
            }
            for (String axis : AXES) {
                down(clerk, rows, axis, "95/95/95/95", "80 80 80 80", "75/80/85/80");
            }
            down(clerk, rows, "% việc đạt dưới 50 %", "0", "0", "0");
            down(clerk, rows, "% việc vượt mức", "35", "0", "0");
            for (int i = 0; i < 3; i++) {
                rows.nth(i).locator("select").selectOption(i == 2 ? "STAFF" : "LEADER");
            }
            assertThat(rows.first().getByTestId("points")).containsText("96,5");
            assertThat(rows.first().getByTestId("grade")).containsText("Hoàn thành xuất sắc nhiệm vụ");
            Locator cap = clerk.test("tallies");
            assertThat(cap).containsText("xuất sắc 1/0");
            assertThat(cap).containsText("≤ 20 % của 2 người hoàn thành tốt");
            assertThat(cap).containsText("chưa xác nhận");
            clerk.nothingSerious();
            clerk.screenshot("evaluation");

            clerk.test("propose-evaluation").click();
            clerk.test("confirm-propose").click();
            assertThat(clerk.page().locator(".ant-drawer").getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .containsText("xuất sắc 1, được 0");
            clerk.nothingSerious();
            clerk.page().keyboard().press("Escape");
            rows.first().getByTestId("open-sheet").click();
            clerk.test("field-proposed").click();
            clerk.page()
                    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
                    .getByText("Hoàn thành tốt nhiệm vụ", new Locator.GetByTextOptions().setExact(true))
                    .click();
            clerk.test("field-reason").fill("Vượt tỷ lệ xuất sắc của đơn vị");
            clerk.test("field-comment").fill("Tập thể thống nhất");
            clerk.nothingSerious();
            clerk.test("save-sheet").click();
            assertThat(cap).containsText("xuất sắc 0/0");
            clerk.test("propose-evaluation").click();
            clerk.test("confirm-propose").click();
            assertThat(clerk.test("evaluation-state")).containsText("Chờ quyết định");
            assertThat(clerk.test("decide-evaluation")).isHidden();
        }
        try (Desk head = house.desk("thutruong.songcong")) {
            head.open("/work-items");
            assertThat(head.test("work")).containsText("Quý III/2026, " + DIVISION);
            head.open(address);
            head.test("decide-evaluation").click();
            head.test("field-document").fill("21-QĐ/ĐU");
            head.test("confirm-decide").click();
            assertThat(head.test("evaluation-state")).containsText("Đã quyết định");
            head.nothingSerious();
            head.test("sheets").locator("tbody th a").first().click();
            Locator conduct = head.test("conduct");
            conduct.getByTestId("purpose-open").click();
            assertThat(head.test("evaluation-results")).containsText("Quý III/2026");
            assertThat(head.test("evaluation-results")).containsText("Hoàn thành tốt nhiệm vụ");
            head.nothingSerious();
            head.screenshot("evaluation-results");
        }
        try (Desk neighbour = house.desk("vanthu.baxuyen")) {
            neighbour.open("/evaluations");
            assertThat(neighbour.page().locator(".empty")).containsText("Chưa có đợt đánh giá nào");
            neighbour.nothingSerious();
        }
    }

    /** By the drawer of the list; where it is. */
    private static String opened(Desk clerk) {
        clerk.open("/evaluations");
        clerk.test("open-evaluation").click();
        UnitChoice.choose(
                clerk.page(),
                clerk.test("field-unitId"),
                clerk.test("field-unitId"),
                "van hoa xa hoi phuong song",
                DIVISION);
        chosen(clerk, "field-quarter", "Quý III");
        chosen(clerk, "field-scheme", "Cán bộ lãnh đạo, quản lý, theo quý (02-HD/BTCTW, chưa xác nhận)");
        clerk.nothingSerious();
        clerk.test("save-evaluation").click();
        clerk.test("evaluation-state").waitFor();
        assertThat(clerk.page().locator("h1")).containsText("Quý III/2026, " + DIVISION);
        return clerk.page().url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
    }

    private static void chosen(Desk desk, String field, String name) {
        desk.test(field).click();
        desk.page()
                .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static Locator cell(Locator row, String column) {
        return row.getByLabel(column + ", ");
    }

    /** Down a column by the keyboard, each value closed with Enter. */
    private static void down(Desk desk, Locator rows, String column, String... values) {
        cell(rows.first(), column).focus();
        for (String value : values) {
            desk.page().keyboard().press("Control+A");
            desk.page().keyboard().insertText(value);
            desk.page().keyboard().press("Enter");
        }
        cell(rows.nth(values.length - 1), column).blur();
    }
}
