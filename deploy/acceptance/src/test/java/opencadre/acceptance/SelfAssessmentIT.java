package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An official says of their own work what they think, and whoever rates them reads it beside what they type. */
@InHouse
class SelfAssessmentIT {

    private final House house;

    SelfAssessmentIT(House house) {
        this.house = house;
    }

    @Test
    void whatAnOfficialSaysOfThemselfStandsBesideWhatTheUnitTypes() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk official = house.desk("canbo.songcong")) {
            String person = official.firstPerson();
            String round = opened(officer, unitOf(officer, person));

            official.open("/people/" + person);
            official.test("conduct").getByTestId("purpose-open").click();
            Locator own = official.test("self-" + round);
            assertThat(own).containsText("Tự đánh giá: Quý II/2026");
            assertThat(own).containsText("chưa xác nhận");
            own.getByTestId("self-TRUC_1").fill("95/90");
            own.getByTestId("save-self").click();
            assertThat(own).containsText("Không đọc được");
            own.getByTestId("self-TRUC_1").fill("95/90/100/85");
            own.getByTestId("self-CHUNG_1").fill("1");
            own.getByTestId("self-comment").fill("Hoàn thành đúng hạn; <b>còn chậm</b> một văn bản");
            official.nothingSerious();
            own.getByTestId("save-self").click();
            assertThat(own.getByTestId("self-said")).containsText("Tự chấm 23,87 điểm (chưa đủ)");
            official.nothingSerious();
            official.screenshot("self-assessment");
            own.getByTestId("self-TRUC_1").fill("101/90/100/85");
            own.getByTestId("save-self").click();
            assertThat(own.locator(".ant-form-item-explain-error")).isVisible();
            official.screenshot("self-assessment-refused");

            officer.open("/evaluations/" + round);
            officer.test("purpose-open").or(officer.test("sheets")).first().waitFor();
            if (officer.test("purpose-open").isVisible()) {
                officer.test("purpose-open").click();
            }
            Locator sheet = officer.test("sheet-" + person);
            assertThat(sheet.getByTestId("own-points")).containsText("23,87");
            assertThat(sheet).containsText("tự chấm 95/90/100/85");
            sheet.getByTestId("open-sheet").click();
            assertThat(officer.test("own-words")).containsText("Hoàn thành đúng hạn; <b>còn chậm</b> một văn bản");
            officer.nothingSerious();
            officer.screenshot("self-assessment-read");
        }
    }

    private static String unitOf(Desk officer, String person) {
        return officer.get("/api/personnel/people/" + person)
                .body()
                .path("assignments")
                .valueStream()
                .filter(post -> !post.path("concurrent").asBoolean()
                        && post.path("validTo").isMissingNode())
                .findFirst()
                .orElseThrow()
                .path("unitId")
                .asString();
    }

    private static String opened(Desk officer, String unit) {
        Answer opened = officer.api(
                "POST",
                "/api/personnel/evaluations",
                Map.of(
                        "unitId",
                        unit,
                        "level",
                        "PROVINCIAL_BTV",
                        "year",
                        2026,
                        "quarter",
                        2,
                        "scheme",
                        "PARTY_QUARTER_02"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        JsonNode line = opened.body().path("line");
        return line.path("id").asString();
    }
}
