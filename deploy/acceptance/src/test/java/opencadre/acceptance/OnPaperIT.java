package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Where only pointers are kept: the procedure runs on paper, nobody is named, and the decision is drawn up all the
 * same.
 */
@InHouse
class OnPaperIT {

    private static final String SETTING = "/api/planning/pre-approval/PROVINCIAL_BTV";

    private final House house;

    OnPaperIT(House house) {
        this.house = house;
    }

    @Test
    void aSeatComesToItsDecisionWithNobodyNamedBefore() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk leader = house.desk("lanhdao.btc")) {
            LocalDate today = LocalDate.parse(
                    officer.get("/api/personnel/me").body().path("legalDay").asString());
            JsonNode seat = seat(officer);
            JsonNode planned = officer.get(
                            "/api/planning/seats/" + seat.path("id").asString())
                    .body()
                    .path("planned")
                    .path(0);
            String person = planned.path("personId").asString();
            String name = planned.path("personName").asString();
            theSchoolVerifies(person);
            onlyPointers(leader);
            try {
                String procedure = pointed(officer, seat.path("id").asString());
                assertThat(officer.get("/api/planning/procedures/" + procedure).text())
                        .doesNotContain(person);
                concluded(leader, procedure, name);
                String drafts = "/api/personnel/decisions?state=DRAFT&person=" + person;
                assertThat(officer.eventually(
                                Duration.ofSeconds(15),
                                () -> officer.get(drafts).body().path("items").size() == 1))
                        .isTrue();
            } finally {
                Answer again = leader.api(
                        "PUT",
                        SETTING,
                        Map.of("mode", "STORE", "validFrom", today.toString(), "reason", "Lưu lại như trước"),
                        Map.of());
                assertThat(again.status()).as(again.text()).isEqualTo(200);
            }
        }
    }

    private static JsonNode seat(Desk officer) {
        String unit = officer.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("agencyCode").asString("").equals("baxuyen-ubnd"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        return officer.get("/api/personnel/seats?unitId=" + unit)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("title").path("code").asString().equals("CT_UBND_XA"))
                .findFirst()
                .orElseThrow();
    }

    private void theSchoolVerifies(String person) {
        try (Desk school = house.desk("daotao.truong");
                Desk verifier = house.desk("thamdinh.truong")) {
            String certificates = "/api/training/people/" + person + "/certificates";
            Answer entered = school.api(
                    "POST",
                    certificates,
                    Map.of(
                            "kind", "POLITICAL_THEORY",
                            "level", "THEORY_ADVANCED",
                            "name", "Cao cấp lý luận chính trị",
                            "number", "CC-7001",
                            "issuer", "Học viện Chính trị khu vực I",
                            "issuedOn", "2026-06-20"),
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
            assertThat(entered.status()).as(entered.text()).isEqualTo(201);
            Answer verified = verifier.api(
                    "POST",
                    certificates + "/" + entered.body().path("id").asString() + "/verify",
                    null,
                    Map.of(
                            "If-Match",
                            entered.etag(),
                            "Idempotency-Key",
                            UUID.randomUUID().toString()));
            assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        }
    }

    private static void onlyPointers(Desk leader) {
        leader.open("/pre-approval");
        leader.test("say-PROVINCIAL_BTV").click();
        leader.test("field-reason").fill("Theo danh mục bí mật nhà nước của tỉnh");
        leader.nothingSerious();
        leader.screenshot("pre-approval-drawer");
        leader.test("confirm-say").click();
        assertThat(leader.test("confirm-say")).hasCount(0);
        assertThat(leader.page().locator("main")).containsText("Chỉ lưu chỉ dẫn");
        leader.nothingSerious();
        leader.screenshot("pre-approval");
    }

    private static String pointed(Desk officer, String seat) {
        officer.open("/seats/" + seat);
        officer.test("open-procedure").click();
        officer.test("field-number").fill("17/HS-TC");
        officer.test("field-keeper").fill("Văn thư mật, Ban Tổ chức Tỉnh ủy");
        officer.screenshot("pointer-open");
        officer.test("confirm-open").click();
        officer.page().waitForURL("**/procedures/*");
        assertThat(officer.test("pointer")).containsText("Văn thư mật");
        officer.nothingSerious();
        officer.screenshot("pointer");
        return officer.page().url().replaceAll(".*/procedures/([0-9a-f-]+).*", "$1");
    }

    private static void concluded(Desk leader, String procedure, String name) {
        leader.open("/procedures/" + procedure);
        leader.test("conclude-procedure").click();
        leader.test("field-person").click();
        leader.page().keyboard().type(name);
        leader.page()
                .locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        leader.test("field-reason").fill("Hồ sơ giấy đã có đủ xếp loại; kết luận số 12-KL/TU");
        leader.screenshot("pointer-conclude");
        leader.test("confirm-act").click();
        assertThat(leader.test("confirm-act")).hasCount(0);
        assertThat(leader.test("procedure-state")).not().containsText("chờ");
        leader.screenshot("pointer-concluded");
    }
}
