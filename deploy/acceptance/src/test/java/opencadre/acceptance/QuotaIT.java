package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** How many people a unit may have, on its page. */
@InHouse
class QuotaIT {

    private final House house;

    QuotaIT(House house) {
        this.house = house;
    }

    @Test
    void aQuotaIsRecordedBesideWhoIsThereAndPutRight() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk clerk = house.desk("vanthu.baxuyen")) {
            String unit = unit(officer, "Đảng ủy phường Bách Quang");
            officer.open("/units/" + unit);
            Locator quotas = officer.test("unit-quotas");
            assertThat(quotas).containsText("Chưa ghi biên chế");
            officer.test("record-quota").click();
            officer.test("field-regime").click();
            officer.page()
                    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
                    .getByText("Cán bộ", new Locator.GetByTextOptions().setExact(true))
                    .click();
            officer.test("field-people").fill("3");
            officer.test("field-validFrom").fill("1/1/2026");
            officer.test("field-instrument").fill("112-QĐ/TU");
            officer.test("confirm-quota").click();
            assertThat(officer.test("confirm-quota")).hasCount(0);
            assertThat(quotas).containsText("112-QĐ/TU");
            assertThat(officer.test("quota-notes")).containsText("Đang có");
            assertThat(quotas).containsText("thừa 2");

            quotas.getByText("Sửa", new Locator.GetByTextOptions().setExact(true))
                    .click();
            officer.test("field-people").fill("40");
            officer.test("field-reason").fill("Giao bổ sung");
            officer.test("confirm-quota").click();
            assertThat(officer.test("confirm-quota")).hasCount(0);
            assertThat(quotas).containsText("Sửa vì: Giao bổ sung");
            // Of some there the regime is not known, so nobody says how many places are free.
            assertThat(officer.test("quota-notes")).containsText("chưa rõ chế độ");
            assertThat(quotas).not().containsText("còn 3");
            officer.test("quota-history").click();
            assertThat(officer.test("quota-beliefs").locator("tbody tr.ant-table-row"))
                    .hasCount(2);
            officer.nothingSerious();
            officer.screenshot("unit-quotas");

            clerk.open("/units/" + unit);
            assertThat(clerk.test("unit-quotas")).containsText("112-QĐ/TU");
            assertThat(clerk.test("quota-notes")).containsText("phạm vi được xem");
            assertThat(clerk.test("record-quota")).hasCount(0);
        }
    }

    private static String unit(Desk officer, String name) {
        return officer.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(unit -> unit.path("name").asString().equals(name))
                .map(unit -> unit.path("id").asString())
                .findFirst()
                .orElseThrow();
    }
}
