package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Decisions that give and end no post are prepared on one page and found again in the dossier. */
@InHouse
class SuspensionIT {

    private static final String UNIT = "Phòng Văn hóa - Xã hội phường Bách Quang";

    private final House house;

    SuspensionIT(House house) {
        this.house = house;
    }

    @Test
    void aSuspensionIsPreparedIssuedByAnotherAndShownInTheDossierWithTheConfidenceVote() {
        String name = "Lương Thị Đình";
        String person;
        String decision;
        try (Desk officer = house.desk("tochuc.tinh")) {
            person = registered(officer, name);
            officer.open("/decisions/new");
            choose(officer, "field-kind", "luân", "Luân chuyển");
            assertThat(officer.test("field-planned-return")).isVisible();
            assertThat(officer.page().getByText("Không phải người địa phương")).isVisible();
            officer.screenshot("decision-rotation");
            choose(officer, "field-kind", "tạm", "Tạm đình chỉ");
            choose(officer, "field-person", name, name);
            officer.test("field-post").click();
            officer.page()
                    .locator(".ant-select-item-option")
                    .getByText("Chuyên viên, " + UNIT)
                    .last()
                    .click();
            officer.test("field-day-SUSPEND").fill("1/3/2026");
            officer.test("field-until").fill("1/3/2026");
            officer.test("save-decision").click();
            assertThat(officer.page().getByText("Chưa lưu được").first()).isVisible();
            officer.test("field-until").fill("15/5/2026");
            officer.nothingSerious();
            officer.screenshot("decision-suspension");
            officer.test("save-decision").click();
            officer.page().waitForURL(address -> address.matches(".*/decisions/[0-9a-f-]{36}.*"));
            decision = officer.page().url().replaceFirst(".*/decisions/([0-9a-f-]{36}).*", "$1");
            assertThat(officer.test("decision-effects")).containsText("làm việc lại từ ngày 15/05/2026");
        }
        try (Desk second = house.desk("nhansu.tinh")) {
            second.open("/decisions/" + decision);
            second.test("issue-decision").click();
            second.test("field-number").fill("77-QĐ/TU");
            second.test("field-signedOn").fill("20/2/2026");
            second.test("confirm-issue").click();
            assertThat(second.test("decision-state").first()).containsText("Đã ban hành");
        }
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/people/" + person);
            Locator conduct = officer.test("conduct");
            conduct.getByTestId("purpose-open").click();
            assertThat(conduct).containsText("Không thực hiện chức vụ");
            assertThat(conduct).containsText("15/05/2026");
            conduct.getByTestId("add-conduct").click();
            officer.page()
                    .getByRole(AriaRole.MENUITEM)
                    .getByText("Lấy phiếu tín nhiệm")
                    .click();
            officer.test("field-heldOn").fill("1/12/2024");
            officer.test("field-high").fill("5");
            officer.test("field-confidence").fill("4");
            officer.test("field-low").fill("19");
            officer.nothingSerious();
            officer.test("confirm-fact").click();
            assertThat(conduct).containsText("Quá 2/3 số phiếu tín nhiệm thấp");
            conduct.scrollIntoViewIfNeeded();
            officer.nothingSerious();
            officer.screenshot("conduct");
        }
    }

    private static void choose(Desk desk, String field, String typed, String label) {
        desk.test(field).click();
        desk.page().keyboard().insertText(typed);
        desk.page()
                .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
                .getByText(label, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static String registered(Desk desk, String name) {
        String unit = desk.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> UNIT.equals(each.path("name").asString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Map<String, Object> post = Map.of(
                "unitId", unit, "title", "Chuyên viên", "managementScope", "UNIT_HEAD", "validFrom", "2026-01-01");
        Answer answer = desk.api(
                "POST",
                "/api/personnel/people",
                Map.of("fullName", name, "sex", "FEMALE", "birth", "1985", "assignment", post),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }
}
