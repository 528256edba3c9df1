package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody stands on record twice: compared and proposed by one, approved by another, and undone in the same way. */
@InHouse
class MergeIT {

    private static final String NAME = "Khúc Thị Đôi";

    private final House house;

    MergeIT(House house) {
        this.house = house;
    }

    @Test
    void twoRecordsOfOnePersonBecomeOneAndTwoAgain() {
        String address;
        try (Desk clerk = house.desk("vanthu.songcong")) {
            registered(clerk);
            registered(clerk);
            clerk.open("/quality?tab=duplicates");
            Locator pair = clerk.test("duplicates")
                    .getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(NAME));
            pair.getByTestId("compare").click();
            assertThat(clerk.test("merge-error")).containsText("trùng thời gian");
            assertThat(clerk.test("prepare-merge")).isDisabled();
            clerk.nothingSerious();
            clerk.screenshot("merge-compare");

            clerk.test("halves").getByRole(AriaRole.CHECKBOX).last().check();
            assertThat(clerk.test("merge-error")).isHidden();
            clerk.test("prepare-merge").click();
            clerk.test("field-reason").fill("Nhập hai lần từ hai sổ");
            clerk.test("confirm-merge").click();
            assertThat(clerk.test("merge")).containsText("Nhập hai lần từ hai sổ");
            assertThat(clerk.page()).hasURL(Pattern.compile("/quality/merges/[0-9a-f-]{36}"));
            address = clerk.page().url().replaceAll("^https?://[^/]+", "");
            clerk.nothingSerious();
        }
        try (Desk officer = house.desk("tochuc.tinh")) {
            assertThat(officer.get("/api/personnel/work-items?limit=200").body().toString())
                    .contains(address.replaceAll(".*/", ""));
            officer.open(address);
            assertThat(officer.test("comparison")).containsText("không đúng, không còn tính");
            officer.screenshot("merge-waiting");
            officer.test("approve-merge").click();
            officer.test("confirm-merge").click();
            assertThat(officer.test("merge-state")).containsText("Đã gộp");
            officer.nothingSerious();

            officer.test("merged-record").click();
            assertThat(officer.test("merged-into")).containsText("đã đóng");
            officer.nothingSerious();
            officer.screenshot("merge-closed");
            assertThat(officer.test("correct-identity")).isDisabled();
            officer.test("merged-into").getByRole(AriaRole.LINK).click();
            assertThat(officer.test("merged-from")).isVisible();
            assertThat(officer.get("/api/personnel/people?q=" + NAME.replace(" ", "%20"))
                            .body()
                            .path("items"))
                    .hasSize(1);
        }
        try (Desk clerk = house.desk("vanthu.songcong")) {
            clerk.open(address);
            clerk.test("undo-merge").click();
            clerk.test("field-reason").fill("Hai người cùng họ tên");
            clerk.test("confirm-merge").click();
            assertThat(clerk.test("merge-state")).containsText("Chờ duyệt hủy gộp");
        }
        try (Desk officer = house.desk("tochuc.tinh")) {
            officer.open("/quality?tab=merges");
            officer.test("merges")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(NAME))
                    .click();
            officer.test("approve-merge").click();
            officer.test("confirm-merge").click();
            assertThat(officer.test("merge-state")).containsText("Đã hủy gộp");
            officer.nothingSerious();
            officer.screenshot("merge-undone");
        }
    }

    private static void registered(Desk clerk) {
        String unit = clerk.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("Ủy ban nhân dân phường Sông Công"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Answer made = clerk.api(
                "POST",
                "/api/personnel/people",
                Map.of(
                        "fullName",
                        NAME,
                        "sex",
                        "FEMALE",
                        "birth",
                        "1988-04-12",
                        "assignment",
                        Map.of(
                                "unitId", unit,
                                "title", "Chuyên viên",
                                "managementScope", "COMMUNE_PARTY_COMMITTEE",
                                "validFrom", "2025-07-01")),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }
}
