package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The terms of office of a body, on the page of its unit. */
@InHouse
class TermIT {

    private final House house;

    TermIT(House house) {
        this.house = house;
    }

    @Test
    void aTermIsRecordedPutRightAndNoOtherMayOverlapIt() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk clerk = house.desk("vanthu.baxuyen")) {
            String unit = unit(officer, "Hội đồng nhân dân phường Bách Quang");
            officer.open("/units/" + unit);
            Locator terms = officer.test("unit-terms");
            assertThat(terms).containsText("Chưa ghi nhiệm kỳ nào");
            record(officer, "Khóa I, nhiệm kỳ 2025–2031", "15/7/2025", "15/07/2031");
            assertThat(officer.test("confirm-term")).hasCount(0);
            assertThat(terms).containsText("Khóa I, nhiệm kỳ 2025–2031");
            assertThat(terms).containsText("(hiện nay)");

            record(officer, "Khóa II", "14/07/2031", "");
            assertThat(officer.page().locator(".ant-drawer")).containsText("Trùng thời gian với Khóa I");
            officer.screenshot("term-refused");
            officer.page().keyboard().press("Escape");

            terms.getByText("Sửa", new Locator.GetByTextOptions().setExact(true))
                    .click();
            officer.test("field-validTo").fill("15/05/2031");
            officer.test("field-reason").fill("Bầu cử sớm hơn");
            officer.test("confirm-term").click();
            assertThat(officer.test("confirm-term")).hasCount(0);
            assertThat(terms).containsText("Sửa vì: Bầu cử sớm hơn");
            officer.test("term-history").click();
            assertThat(officer.test("term-beliefs").locator("tbody tr.ant-table-row"))
                    .hasCount(2);
            assertThat(officer.test("term-beliefs").locator("tr.superseded")).containsText("14/07/2031");
            officer.nothingSerious();
            officer.screenshot("unit-terms");

            clerk.open("/units/" + unit);
            assertThat(clerk.test("unit-terms")).containsText("Khóa I, nhiệm kỳ 2025–2031");
            assertThat(clerk.test("record-term")).hasCount(0);
        }
    }

    private static void record(Desk officer, String name, String from, String to) {
        officer.test("record-term").click();
        officer.test("field-name").fill(name);
        officer.test("field-validFrom").fill(from);
        officer.test("field-validTo").fill(to);
        officer.test("field-instrument").fill("Nghị quyết 01/NQ-HĐND");
        officer.test("confirm-term").click();
    }

    /** One of whose seats the story of the demo tells nothing. */
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
