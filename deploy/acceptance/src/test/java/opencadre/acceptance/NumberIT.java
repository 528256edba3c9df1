package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The numbers of a dossier are given after the registration, in its head and beside what is sensitive. */
@InHouse
class NumberIT {

    private final House house;

    NumberIT(House house) {
        this.house = house;
    }

    @Test
    void bothNumbersAreGivenLaterAndADoubtedOneWithItsReason() {
        int random = ThreadLocalRandom.current().nextInt(1_000_000);
        try (Desk officer = house.desk("tochuc.tinh")) {
            Dossier dossier = registered(officer);
            dossier.open();
            assertThat(officer.test("file-number")).hasText("–");
            officer.test("correct-file-number").click();
            officer.test("field-fileNumber").fill("THU-" + random);
            officer.test("field-reason").fill("Cấp số hiệu");
            officer.test("confirm-fact").click();
            assertThat(officer.test("file-number")).hasText("THU-" + random);

            officer.open("/people/" + dossier.id() + "?tab=cv");
            Locator sensitive = officer.test("cv-SENSITIVE");
            sensitive.getByTestId("purpose-open").click();
            Locator number = sensitive.getByTestId("id-number");
            number.getByTestId("correct-id-number").click();
            officer.test("field-idNumber").fill("019190%06d".formatted(random));
            officer.test("field-document").fill("Căn cước");
            officer.test("field-reason").fill("Bổ sung hồ sơ");
            officer.test("confirm-fact").click();
            officer.test("field-idNumberReason").fill("Đã cải chính hộ tịch");
            officer.test("confirm-fact").click();
            assertThat(number.getByTestId("id-number-standing")).hasText("019190%06d".formatted(random));
            assertThat(number).containsText("Đã cải chính hộ tịch");
            sensitive
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lịch sử"))
                    .click();
            assertThat(number.getByTestId("id-number-history")).containsText("Bổ sung hồ sơ");
            officer.nothingSerious();
        }
    }

    private static Dossier registered(Desk desk) {
        desk.open("/people/new");
        new PersonForm(desk.page())
                .identity("Lê Văn Số", "1/1/1990", "Nam")
                .post(
                        "Phòng Văn hóa - Xã hội phường Bách Quang",
                        "Chuyên viên",
                        "Thủ trưởng đơn vị quản lý",
                        "01/01/2026")
                .save();
        return Dossier.shown(desk);
    }
}
