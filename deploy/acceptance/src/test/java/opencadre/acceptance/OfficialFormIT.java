package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The blank of an official form of statistics is brought as it is, tried, put in force by another, and filled. */
@InHouse
class OfficialFormIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PLACES_OF_A_LINE = "[no]|[name]|[TOTAL]|[SEX.FEMALE]|[AGE.FROM_51+AGE.FROM_56]";

    private final House house;

    OfficialFormIT(House house) {
        this.house = house;
    }

    @Test
    void itComesBackFilledAndAPlaceThatThereIsNotIsNamedWithItsCell() throws IOException {
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/templates");
            Locator kind = officer.test("template-STATISTICS");
            assertThat(kind).containsText("Mẫu gốc của hệ thống");
            officer.test("bring-STATISTICS").click();
            officer.test("field-note").fill("Biểu số 01 năm 2026");
            choose(officer, blank("[no]|[name]|[TOTAL]|[SEX.WOMEN]|"));
            officer.test("confirm-bring").click();
            assertThat(officer.page().locator(".ant-form-item-explain-error").first())
                    .containsText("Biểu 01!D4");
            officer.screenshot("official-form-refused");
            officer.nothingSerious();
            choose(officer, blank(PLACES_OF_A_LINE));
            officer.test("confirm-bring").click();
            assertThat(kind).containsText("Chưa dùng");

            kind.getByText("Thử", new Locator.GetByTextOptions().setExact(true)).click();
            UnitChoice.choose(
                    officer.page(),
                    officer.test("try-unit"),
                    officer.test("try-unit"),
                    "dang uy phuong song cong",
                    "Đảng ủy phường Sông Công");
            officer.nothingSerious();
            officer.screenshot("official-form-try");
            filled(officer.page()
                    .waitForDownload(() -> officer.test("try-paper").click()));
        }
        try (Desk leader = house.desk("lanhdao.btc");
                Desk officer = house.desk("tochuc.tinh")) {
            leader.open("/templates");
            Locator kind = leader.test("template-STATISTICS");
            kind.getByText("Đưa vào sử dụng", new Locator.GetByTextOptions().setExact(true))
                    .click();
            leader.test("field-reason").fill("Đúng biểu mẫu của Bộ Nội vụ");
            leader.test("confirm-put").click();
            assertThat(kind).containsText("Đang dùng bieu-01.xlsx");

            officer.open("/statistics");
            assertThat(officer.test("statistics-line-ALL")).isVisible();
            filled(officer.page()
                    .waitForDownload(() -> officer.test("statistics-workbook").click()));

            leader.test("own-STATISTICS").click();
            leader.test("field-reason").fill("Trở về mẫu gốc");
            leader.test("confirm-put").click();
            assertThat(kind).containsText("Mẫu gốc của hệ thống");
        }
    }

    private static void choose(Desk officer, byte[] file) {
        officer.page().locator("input[type=file]").setInputFiles(new FilePayload("bieu-01.xlsx", XLSX, file));
    }

    /** A form as it is handed out, with places typed into its cells. */
    private static byte[] blank(String line) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("Biểu 01");
            row(sheet, 0, "{{unitInCapitals}}|Tính đến ngày {{day}}");
            row(sheet, 1, "STT|Đơn vị|Tổng số|Trong đó: nữ|Từ 51 đến 60 tuổi");
            row(sheet, 2, "|{{name}}|{{TOTAL}}|{{SEX.FEMALE}}|{{AGE.FROM_51+AGE.FROM_56}}");
            row(sheet, 3, line);
            row(sheet, 5, "Người lập biểu|Thủ trưởng đơn vị");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int at, String cells) {
        Row row = sheet.createRow(at);
        String[] texts = cells.split("\\|", -1);
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column]);
        }
    }

    private static void filled(Download file) throws IOException {
        try (InputStream stream = file.createReadStream();
                XSSFWorkbook book = new XSSFWorkbook(stream)) {
            XSSFSheet sheet = book.getSheet("Biểu 01");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).matches("Tính đến ngày \\d\\d/\\d\\d/\\d{4}");
            Row everybody = sheet.getRow(2);
            assertThat(everybody.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(everybody.getCell(2).getNumericCellValue())
                    .isPositive()
                    .isGreaterThanOrEqualTo(everybody.getCell(3).getNumericCellValue());
            for (Row row : sheet) {
                row.forEach(
                        cell -> assertThat(cell.toString()).doesNotContain("{{").doesNotContain("["));
            }
        }
    }
}
