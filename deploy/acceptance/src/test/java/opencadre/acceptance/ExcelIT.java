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
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A clerk takes out what stands, changes a cell in a spreadsheet, and sends it back. */
@InHouse
class ExcelIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String BIRTH = "02/03/1983";

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

            send(clerk, changed(file));

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

    private static void send(Desk clerk, byte[] book) {
        Page page = clerk.page();
        page.locator("input[type=file]").setInputFiles(new FilePayload("sua.xlsx", XLSX, book));
    }

    /** The birth of the first person, as the program of an officer writes the file anew. */
    private static byte[] changed(Download file) throws IOException {
        try (InputStream stream = file.createReadStream();
                XSSFWorkbook book = new XSSFWorkbook(stream);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheet("Nhân thân");
            Row line = sheet.getRow(1);
            line.getCell(3).setBlank();
            line.getCell(3).setCellValue(BIRTH);
            book.write(out);
            return out.toByteArray();
        }
    }
}
