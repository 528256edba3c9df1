package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A certificate is entered at the school, and counts once a second person there has verified it. */
@InHouse
class CertificateIT {

    private static final String NAME = "Bằng tốt nghiệp cao cấp lý luận chính trị";

    private final House house;

    CertificateIT(House house) {
        this.house = house;
    }

    @Test
    void whatOnePersonEntersASecondOneVerifiesAndTheNeighbourNeverSees() {
        try (Desk clerk = house.desk("vanthu.songcong");
                Desk school = house.desk("daotao.truong");
                Desk verifier = house.desk("thamdinh.truong");
                Desk neighbour = house.desk("vanthu.baxuyen")) {
            String id = clerk.get("/api/training/people?limit=1")
                    .body()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            enter(school, id);
            assertThat(state(school, "ENTERED")).isVisible();
            assertThat(school.test("verify-certificate")).hasCount(0);

            verifier.open("/work-items");
            assertThat(verifier.test("work")).containsText(NAME);
            verifier.nothingSerious();
            verifier.screenshot("work-items");
            verifier.test("work")
                    .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                    .first()
                    .click();
            verifier.test("verify-certificate").click();
            verifier.test("confirm-verify").click();
            assertThat(state(verifier, "VERIFIED")).isVisible();
            verifier.nothingSerious();
            verifier.screenshot("certificate");
            verifier.open("/work-items");
            assertThat(verifier.test("work-none")).isVisible();

            clerk.open("/people/" + id);
            assertThat(state(clerk, "VERIFIED")).isVisible();
            String certificates = "/api/training/people/" + id + "/certificates";
            assertThat(clerk.get(certificates).body().path("items").size()).isEqualTo(1);
            assertThat(neighbour.get(certificates).status()).isEqualTo(404);
            assertThat(neighbour.get("/api/training/work-items").text()).doesNotContain(NAME);
        }
    }

    private static void enter(Desk school, String id) {
        school.open("/people/" + id);
        school.test("add-certificate").click();
        choose(school, "kind", "Lý luận chính trị");
        choose(school, "level", "Cao cấp");
        school.test("field-name").fill(NAME);
        school.test("field-issuer").fill("Học viện Chính trị quốc gia Hồ Chí Minh");
        school.test("field-number").fill("CCLL-0417");
        school.test("field-issuedOn").fill("6/2024");
        school.screenshot("certificate-form");
        school.test("confirm-enter").click();
    }

    private static void choose(Desk desk, String field, String option) {
        desk.test("field-" + field).click();
        desk.page()
                .locator(".ant-select-dropdown:visible .ant-select-item-option")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static Locator state(Desk desk, String state) {
        return desk.test("certificates").getByTestId("certificate-" + state);
    }
}
