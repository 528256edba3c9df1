package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The CV of an official is typed, put right, and printed in the form of the circular. */
@InHouse
class CvIT {

    private final House house;

    CvIT(House house) {
        this.house = house;
    }

    @Test
    void anEntryIsTypedPutRightAndPrintedAndEachClassIsOpenedByItself() throws IOException {
        try (Desk clerk = house.desk("vanthu.songcong")) {
            String id = clerk.firstPerson();
            clerk.open("/people/" + id + "?tab=cv");
            Locator personal = clerk.test("cv-PERSONAL");
            assertThat(personal.getByTestId("cv-kind-BIRTH_PLACE")).containsText("Bắc Thái");

            type(clerk);
            Locator names = personal.getByTestId("cv-kind-OTHER_NAME");
            assertThat(names).containsText("Năm Đồng");
            names.getByTestId("correct-cv").focus();
            names.getByTestId("correct-cv").press("Enter");
            clerk.test("field-name").fill("Năm Đường");
            clerk.test("field-reason").fill("Viết sai dấu");
            clerk.test("confirm-fact").click();
            assertThat(names).containsText("Năm Đường");
            clerk.screenshot("cv");
            clerk.nothingSerious();
            personal.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lịch sử"))
                    .click();
            assertThat(clerk.test("cv-history")).containsText("Viết sai dấu");
            assertThat(clerk.test("cv-history")).not().containsText("Không nêu tên");
            clerk.screenshot("cv-history");
            clerk.nothingSerious();

            Locator sensitive = clerk.test("cv-SENSITIVE");
            assertThat(sensitive).not().containsText("Kinh");
            sensitive.getByTestId("purpose-open").click();
            assertThat(sensitive.getByTestId("cv-kind-FAMILY_MEMBER")).containsText("Bố");
            clerk.screenshot("cv-sensitive");
            clerk.nothingSerious();
            sensitive.getByTestId("print-cv").click();
            Download form = clerk.page()
                    .waitForDownload(() -> clerk.page()
                            .getByText("Thông tư 06/2023/TT-BNV (.docx)")
                            .click());
            assertThat(words(form))
                    .contains("SƠ YẾU LÝ LỊCH", "Năm Đường", "Bắc Thái")
                    .doesNotContain("{{");
        }
    }

    private static void type(Desk clerk) {
        clerk.test("add-cv-PERSONAL").click();
        clerk.page()
                .getByRole(AriaRole.MENUITEM)
                .getByText("Tên gọi khác", new Locator.GetByTextOptions().setExact(true))
                .click();
        clerk.test("confirm-fact").click();
        assertThat(clerk.page().getByText("Chưa nhập tên gọi")).isVisible();
        clerk.test("field-name").fill("Năm Đồng (TUYỆT MẬT)");
        clerk.test("confirm-fact").click();
        // What was said before is still fading away beside it.
        assertThat(clerk.page()
                        .locator(".ant-form-item-explain-error")
                        .filter(new Locator.FilterOptions().setHasText("117/2025/QH15")))
                .isVisible();
        clerk.test("field-name").fill("Năm Đồng");
        clerk.test("field-document").fill("Lý lịch gốc 1999");
        clerk.test("confirm-fact").click();
    }

    private static String words(Download file) throws IOException {
        try (InputStream stream = file.createReadStream();
                ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(stream.readAllBytes()))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        return "";
    }
}
