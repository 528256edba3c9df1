package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A clerk takes out what stands, changes a cell in a spreadsheet, and sends it back. */
@InHouse
class ExcelIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String BIRTH = "02/03/1977";

    private final House house;

    ExcelIT(House house) {
        this.house = house;
    }

    @Test
    void whatIsTakenOutComesBackCellByCellAndIsTakenBack() throws IOException {
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open("/imports");
            Download file =
                    clerk.page().waitForDownload(() -> clerk.test("take-out-go").click());
            assertThat(file.suggestedFilename()).isEqualTo("can-bo.xlsx");

            send(clerk, changed(file, "Nhân thân", "Ngày sinh", BIRTH));

            Locator differences = clerk.test("import-differences");
            assertThat(differences).containsText(BIRTH);
            assertThat(differences).containsText("Sẽ sửa");
            assertThat(clerk.test("import-report").getByRole(AriaRole.STATUS)).containsText("Chạy thử");
            clerk.screenshot("excel");
            clerk.nothingSerious();

            clerk.test("import-take").click();
            assertThat(clerk.test("import-report")).containsText("Đã nhập");
            Locator batch = clerk.test("import-batches")
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("sua.xlsx"));
            batch.getByText("Rút lại").click();
            clerk.page()
                    .locator(".ant-popconfirm")
                    .getByText("Rút lại", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(clerk.page().getByText("Đã rút lại 1 dòng")).isVisible();
        }
    }

    @Test
    void seatsAreTakenOutFromThePageOfAUnitAndComeBackWhileItsNameDoesNot() throws IOException {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk admin = house.desk("quantri")) {
            officer.open("/units/" + unit(officer, "songcong-ubnd"));
            officer.test("unit-take-out").focus();
            officer.page().keyboard().press("Enter");
            assertThat(officer.test("take-out")).containsText("Ghế");
            officer.nothingSerious();
            Download file = officer.page()
                    .waitForDownload(() -> officer.test("take-out-go").press("Enter"));
            assertThat(file.suggestedFilename()).isEqualTo("to-chuc.xlsx");

            send(officer, changed(file, "Ghế", "Văn bản", "15/NQ-HĐND"));

            assertThat(officer.test("import-differences")).containsText("15/NQ-HĐND");
            officer.nothingSerious();
            officer.screenshot("excel-organisation");
            officer.test("import-take").click();
            assertThat(officer.test("import-report")).containsText("Đã nhập");
            Locator batch = officer.test("import-batches")
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("sua.xlsx"));
            batch.getByText("Rút lại").click();
            officer.page()
                    .locator(".ant-popconfirm")
                    .getByText("Rút lại", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(officer.page().getByText("Đã rút lại 1 dòng")).isVisible();

            admin.open("/units/" + unit(admin, "songcong-ubnd"));
            admin.test("unit-take-out").click();
            Download units =
                    admin.page().waitForDownload(() -> admin.test("take-out-go").click());
            send(admin, changed(units, "Đơn vị", "Tên đơn vị", "UBND phường Khác"));
            assertThat(admin.test("import-findings")).containsText("phương án sắp xếp");
            admin.nothingSerious();
            admin.screenshot("excel-units");
        }
    }

    private static String unit(Desk desk, String agencyCode) {
        for (JsonNode unit : desk.get("/api/personnel/units").body().path("items")) {
            if (unit.path("agencyCode").asString("").equals(agencyCode)) {
                return unit.path("id").asString();
            }
        }
        throw new IllegalStateException(agencyCode);
    }

    @Test
    void aLongBookSaysHowFarItIsAndIsLeftComeBackToAndStopped() throws IOException {
        try (Desk clerk = house.desk("vanthu.songcong");
                Desk neighbour = house.desk("vanthu.baxuyen")) {
            clerk.open("/imports");
            send(clerk, people(6_000));

            Locator run = clerk.test("import-run").first();
            assertThat(run.getByRole(AriaRole.PROGRESSBAR)).isVisible();
            assertThat(run).containsText("dòng");
            clerk.nothingSerious();
            clerk.screenshot("import-progress");
            clerk.open("/people");
            clerk.open("/imports");
            assertThat(run.getByRole(AriaRole.PROGRESSBAR)).isVisible();
            neighbour.open("/imports");
            assertThat(neighbour.test("import-run")).hasCount(0);

            run.getByTestId("import-run-cancel").click();
            clerk.page()
                    .locator(".ant-popconfirm")
                    .getByText("Hủy", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(run).containsText("Đã hủy, không có gì được ghi");
            clerk.nothingSerious();
            clerk.screenshot("import-cancelled");
        }
    }

    private static byte[] people(int count) throws IOException {
        List<String> header = List.of(
                "Số hiệu hồ sơ",
                "Họ và tên",
                "Giới tính",
                "Ngày sinh",
                "Mã cơ quan",
                "Chức vụ",
                "Diện quản lý",
                "Từ ngày");
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Cán bộ");
            fill(sheet.createRow(0), header);
            for (int i = 1; i <= count; i++) {
                fill(
                        sheet.createRow(i),
                        List.of(
                                "DAI." + i,
                                "Nguyễn Văn Dài",
                                "Nam",
                                "01/01/1980",
                                "songcong-ubnd",
                                "Chuyên viên",
                                "Đảng ủy xã, phường",
                                "01/07/2025"));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    private static void send(Desk clerk, byte[] book) {
        Page page = clerk.page();
        page.locator("input[type=file]").setInputFiles(new FilePayload("sua.xlsx", XLSX, book));
    }

    /** The first line under a header, as the program of an officer writes the file anew. */
    private static byte[] changed(Download file, String name, String header, String value) throws IOException {
        try (InputStream stream = file.createReadStream();
                XSSFWorkbook book = new XSSFWorkbook(stream);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheet(name);
            for (Cell cell : sheet.getRow(0)) {
                if (cell.getStringCellValue().equals(header)) {
                    Cell typed = sheet.getRow(1).getCell(cell.getColumnIndex());
                    typed.setBlank();
                    typed.setCellValue(value);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
