package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Papers as PDF, of many people at once, and by a template that two people replaced. */
@InHouse
class PapersIT {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final House house;

    PapersIT(House house) {
        this.house = house;
    }

    @Test
    void formsOfThoseWhoAreTickedComeAsOneArchiveOfPdfFiles() throws IOException {
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open("/people");
            Locator rows = clerk.test("people-grid").locator("tbody tr[data-row-key]");
            rows.nth(0).focus();
            rows.nth(0).press("Space");
            rows.nth(1).getByRole(AriaRole.CHECKBOX).check();
            assertThat(clerk.test("cv-forms")).containsText("2 người đã chọn");
            clerk.nothingSerious();
            clerk.screenshot("cv-forms");

            clerk.test("cv-forms").click();
            Download archive = clerk.page()
                    .waitForDownload(() -> clerk.page()
                            .getByText("Thông tư 06/2023/TT-BNV (.pdf)")
                            .click());

            assertThat(archive.suggestedFilename()).isEqualTo("so-yeu-ly-lich.zip");
            List<String> names = new ArrayList<>();
            try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(bytes(archive)))) {
                for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                    names.add(file.getName());
                    assertThat(new String(files.readNBytes(5), StandardCharsets.ISO_8859_1))
                            .isEqualTo("%PDF-");
                }
            }
            assertThat(names).hasSize(2).allMatch(name -> name.matches("00[12]-.+\\.pdf"));
        }
    }

    @Test
    void aTemplateIsBroughtTriedAndPutInForceByAnother() throws IOException {
        byte[] own;
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/templates");
            Locator kind = officer.test("template-EXTRACT_LIST");
            assertThat(kind).containsText("Mẫu gốc của hệ thống");
            own = bytes(officer.page()
                    .waitForDownload(() -> officer.test("take-EXTRACT_LIST").click()));
            officer.test("bring-EXTRACT_LIST").click();
            officer.page()
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("mau.docx", DOCX, "không phải Word".getBytes(StandardCharsets.UTF_8)));
            officer.test("field-note").fill("Thêm dòng ký của tỉnh");
            officer.test("confirm-bring").click();
            assertThat(officer.page().locator(".ant-form-item-explain-error")).containsText("Chỉ nhận tệp");
            officer.nothingSerious();
            officer.page().locator("input[type=file]").setInputFiles(new FilePayload("mau-tinh.docx", DOCX, own));
            officer.test("confirm-bring").click();
            assertThat(kind).containsText("Chưa dùng");

            kind.getByText("Thử", new Locator.GetByTextOptions().setExact(true)).click();
            officer.test("try-person").locator("input").fill("Nguyễn");
            officer.page()
                    .locator(".ant-select-dropdown:visible .ant-select-item-option")
                    .first()
                    .click();
            officer.nothingSerious();
            Download tried = officer.page()
                    .waitForDownload(() -> officer.test("try-paper-pdf").click());
            assertThat(new String(bytes(tried), 0, 5, StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");
        }
        try (Desk leader = house.desk("lanhdao.btc")) {
            leader.open("/templates");
            Locator kind = leader.test("template-EXTRACT_LIST");
            kind.getByText("Đưa vào sử dụng", new Locator.GetByTextOptions().setExact(true))
                    .click();
            leader.test("field-reason").fill("Đã thử, đúng thể thức");
            leader.test("confirm-put").click();
            assertThat(kind).containsText("Đang dùng mau-tinh.docx");
            leader.nothingSerious();
            leader.screenshot("templates");
            leader.test("own-EXTRACT_LIST").click();
            leader.test("field-reason").fill("Trở về mẫu gốc");
            leader.test("confirm-put").click();
            assertThat(kind).containsText("Mẫu gốc của hệ thống");
        }
    }

    private static byte[] bytes(Download file) throws IOException {
        try (InputStream stream = file.createReadStream()) {
            return stream.readAllBytes();
        }
    }
}
