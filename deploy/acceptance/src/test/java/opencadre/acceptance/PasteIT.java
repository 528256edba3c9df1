package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Cells copied in Excel are pasted into a sheet, told wrong at their places, put right, and taken. */
@InHouse
class PasteIT {

    private static final String PASTE = """
        (input, text) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', text)
          input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }
        """;

    private final House house;

    PasteIT(House house) {
        this.house = house;
    }

    @Test
    void whatIsPastedIsTriedToldWrongAtItsCellAndTakenOnceItIsRight() {
        try (Desk clerk = house.desk("vanthu.songcong")) {
            String person = fileNumber(clerk);
            clerk.open("/imports");
            clerk.test("import-by-paste").click();
            clerk.test("paste-sheet").click();
            clerk.page().keyboard().insertText("xếp loại");
            clerk.page()
                    .locator(".ant-select-item-option")
                    .getByText("Xếp loại", new Locator.GetByTextOptions().setExact(true))
                    .click();
            cell(clerk, 0, 0)
                    .evaluate(
                            PASTE,
                            "Năm\tGhi chú\tXếp loại\tSố hiệu hồ sơ\r\n"
                                    + "2019\tx\tHoàn thành tốt nhiệm vụ\t" + person + "\r\n"
                                    + "hai nghìn\t\tHTNV\t" + person + "\r\n");

            assertThat(clerk.test("paste-notice")).containsText("Ghi chú");
            assertThat(cell(clerk, 0, 0)).hasValue(person);
            assertThat(cell(clerk, 1, 1)).hasValue("hai nghìn");
            clerk.test("try-pasted").click();
            assertThat(clerk.test("import-findings")).containsText("B3");
            assertThat(cell(clerk, 1, 1)).hasAttribute("aria-invalid", "true");
            clerk.nothingSerious();
            clerk.screenshot("paste");

            cell(clerk, 1, 1).fill("2018");
            assertThat(clerk.test("import-report")).hasCount(0);
            clerk.test("try-pasted").click();
            clerk.test("import-take").click();
            assertThat(clerk.test("import-report")).containsText("Đã nhập");
        }
    }

    private static Locator cell(Desk desk, int row, int column) {
        return desk.test("paste-grid").locator("input[data-at=\"" + row + "/" + column + "\"]");
    }

    private static String fileNumber(Desk desk) {
        String id = desk.firstPerson();
        return desk.get("/api/personnel/people/" + id).body().path("fileNumber").asString();
    }
}
