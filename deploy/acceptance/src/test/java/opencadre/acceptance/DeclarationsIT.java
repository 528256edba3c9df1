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
import java.time.Duration;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An official asks for a change of their own CV; whoever keeps it compares, returns one and accepts the other. */
@InHouse
class DeclarationsIT {

    private final House house;

    DeclarationsIT(House house) {
        this.house = house;
    }

    @Test
    void whatAnOfficialDeclaresIsReturnedOrAcceptedByWhoeverKeepsTheCv() throws IOException {
        String person;
        byte[] picture = picture();
        try (Desk official = house.desk("canbo.songcong")) {
            person = official.firstPerson();
            official.open("/people/" + person + "?tab=cv");
            declare(official, "Tư Khai", "Tên dùng trong kháng chiến của gia đình");
            declare(official, "Tư Nhầm", null);
            assertThat(waiting(official)).hasCount(2);
            Locator right = waiting(official).filter(new Locator.FilterOptions().setHasText("Tư Khai"));
            right.getByTestId("offer-paper").click();
            official.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("khai-sinh.png", "image/png", picture));
            official.test("field-kind").click();
            official.page()
                    .locator(".ant-select-dropdown:visible .ant-select-item-option")
                    .filter(new Locator.FilterOptions().setHasText("Giấy tờ khác"))
                    .click();
            official.test("field-title").fill("Giấy khai sinh cũ");
            official.nothingSerious();
            official.test("confirm-offer").click();
            assertThat(right.getByTestId("offered-papers")).containsText("Giấy khai sinh cũ");
            official.nothingSerious();
            official.screenshot("declarations-own");
        }
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open("/work-items");
            Locator work = clerk.page()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Xem xét đề nghị sửa lý lịch"));
            // What waits longest stands first, so it may be pages ahead.
            assertThat(clerk.eventually(Duration.ofMillis((long) Desk.PATIENCE_MILLIS), () -> {
                        if (work.count() == 0 && clerk.test("work-more").isVisible()) {
                            clerk.test("work-more").click();
                        }
                        return work.count() > 0;
                    }))
                    .isTrue();
            work.first().click();
            assertThat(clerk.page()).hasURL(Pattern.compile("/people/" + person + "\\?tab=cv"));
            assertThat(waiting(clerk)).hasCount(2);
            Download paper = clerk.page()
                    .waitForDownload(() -> clerk.test("offered-papers")
                            .getByRole(AriaRole.BUTTON)
                            .first()
                            .click());
            assertThat(paper.suggestedFilename()).isEqualTo("khai-sinh.png");
            clerk.nothingSerious();
            clerk.screenshot("declarations");

            Locator wrong = waiting(clerk).filter(new Locator.FilterOptions().setHasText("Tư Nhầm"));
            wrong.getByTestId("return-declaration").click();
            clerk.test("confirm-declaration").click();
            assertThat(clerk.page().getByText("Chưa nhập lý do")).isVisible();
            clerk.test("field-reason").fill("Không có giấy tờ");
            clerk.test("confirm-declaration").click();
            assertThat(waiting(clerk)).hasCount(1);

            waiting(clerk).getByTestId("accept-declaration").click();
            clerk.nothingSerious();
            clerk.test("confirm-declaration").click();
            assertThat(clerk.test("cv-PERSONAL").getByTestId("cv-kind-OTHER_NAME"))
                    .containsText("Tư Khai");
            assertThat(waiting(clerk)).hasCount(0);
            clerk.open("/people/" + person + "?tab=documents");
            assertThat(clerk.test("papers-SENSITIVE")).containsText("Giấy khai sinh cũ");
        }
        try (Desk official = house.desk("canbo.songcong")) {
            official.open("/people/" + person + "?tab=cv");
            assertThat(official.test("declarations-PERSONAL")).containsText("Không có giấy tờ");
            assertThat(official.test("declarations-PERSONAL")).containsText("Đã chấp nhận");
        }
    }

    @Test
    void aBirthThatIsWrongIsDeclaredAndComparedWithWhatStands() {
        String person;
        try (Desk official = house.desk("canbo.songcong")) {
            person = official.firstPerson();
            official.open("/people/" + person);
            official.test("declare-identity").click();
            official.test("field-birth").fill("31/02/1982");
            official.test("confirm-identity-declaration").click();
            assertThat(official.page().locator(".ant-form-item-explain-error")).isVisible();
            official.test("field-birth").fill("1982");
            official.test("field-document").fill("Giấy khai sinh số 12/1982");
            official.nothingSerious();
            official.screenshot("declare-identity");
            official.test("confirm-identity-declaration").click();
            assertThat(waiting(official)).containsText("Họ tên, giới tính, ngày sinh");
        }
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open("/people/" + person + "?tab=cv");
            Locator one = waiting(clerk);
            assertThat(one).containsText("19/07/1982");
            assertThat(one.locator("tr.differs")).hasCount(1);
            clerk.nothingSerious();
            clerk.screenshot("declared-identity");
            one.getByTestId("return-declaration").click();
            clerk.test("field-reason").fill("Giấy khai sinh ghi đủ ngày");
            clerk.test("confirm-declaration").click();
            assertThat(waiting(clerk)).hasCount(0);
        }
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Locator waiting(Desk desk) {
        return desk.test("declaration").filter(new Locator.FilterOptions().setHasText("Chờ xem xét"));
    }

    private static void declare(Desk official, String name, @org.jspecify.annotations.Nullable String note) {
        official.test("add-cv-PERSONAL").click();
        official.page()
                .getByRole(AriaRole.MENUITEM)
                .getByText("Tên gọi khác", new Locator.GetByTextOptions().setExact(true))
                .click();
        official.test("field-name").fill(name);
        if (note != null) {
            official.test("field-note").fill(note);
        }
        official.test("confirm-fact").click();
        assertThat(official.test("declaration").filter(new Locator.FilterOptions().setHasText(name)))
                .isVisible();
    }
}
