package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From a missing paper to the scan that proves a fact, out again and voided. */
@InHouse
class DocumentsIT {

    private final House house;

    DocumentsIT(House house) {
        this.house = house;
    }

    @Test
    void aMissingPaperIsTakenInOpenedAndVoided() throws IOException {
        byte[] scan = scan();
        try (Desk clerk = house.desk("vanthu.songcong")) {
            String id = clerk.firstPerson();
            clerk.open("/people/" + id + "?tab=documents");
            Locator missing = clerk.test("missing-papers-SENSITIVE");
            assertThat(missing).containsText("Giấy khai sinh");
            missing.getByRole(
                            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Thêm giấy tờ cho: Giấy khai sinh"))
                    .click();
            clerk.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("khai-sinh.pdf", "application/pdf", scan));
            clerk.test("field-title").fill("Giấy khai sinh, bản chính");
            clerk.nothingSerious();

            // What is in the file counts, not its name.
            clerk.test("confirm-fact").click();
            assertThat(clerk.page().getByRole(AriaRole.ALERT).first()).containsText("Đuôi của tên tệp");
            clerk.page().locator("input[type=file]").setInputFiles(new FilePayload("khai-sinh.png", "image/png", scan));
            clerk.test("confirm-fact").click();

            Locator papers = clerk.test("papers-SENSITIVE");
            assertThat(papers).containsText("Giấy khai sinh, bản chính");
            assertThat(missing).not().containsText("Giấy khai sinh");
            clerk.nothingSerious();
            clerk.screenshot("documents");

            Download file = clerk.page()
                    .waitForDownload(() ->
                            papers.locator("[data-testid=take-paper]").first().click());
            assertThat(file.suggestedFilename()).isEqualTo("khai-sinh.png");
            try (InputStream content = file.createReadStream()) {
                assertThat(content.readAllBytes()).isEqualTo(scan);
            }

            papers.locator("[data-testid=void-paper]").first().click();
            clerk.test("field-reason").fill("Quét nhầm người");
            clerk.test("confirm-fact").click();
            assertThat(papers).containsText("Đã hủy");
            assertThat(papers).containsText("Quét nhầm người");
            assertThat(missing).containsText("Giấy khai sinh");
            clerk.nothingSerious();

            clerk.page().navigate(clerk.page().url() + "&asOf=2026-01-01");
            assertThat(clerk.test("add-paper-SENSITIVE")).isDisabled();
            assertThat(clerk.page()).hasURL(Pattern.compile("tab=documents"));
        }
    }

    private static byte[] scan() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
