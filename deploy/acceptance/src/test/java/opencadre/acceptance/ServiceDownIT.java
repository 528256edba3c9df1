package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import org.junit.jupiter.api.Test;

/** A page whose second service is down shows the rest and says what is missing. */
@InHouse
class ServiceDownIT {

    /** The page asks a paused service again every twenty seconds. */
    private static final double UNTIL_ASKED_AGAIN = 30_000;

    private final House house;

    ServiceDownIT(House house) {
        this.house = house;
    }

    @Test
    void theDossierStandsWithoutTrainingAndIsCompleteAgainAfterwards() {
        try (Desk desk = house.desk("tochuc.tinh")) {
            desk.open("/people?q=nguyen+van+hung");
            desk.test("open-dossier").click();
            Dossier dossier = Dossier.shown(desk);
            dossier.allPanelsShow("Phó Trưởng phòng");

            house.stack().service("training-service").kill();
            try {
                dossier.open();
                dossier.panelShows("training", "paused", "Đào tạo: dịch vụ đang tạm dừng");
                dossier.panelShows("training", "paused", "Dữ liệu tính đến");
                dossier.panelShows("personnel", "good", "Phó Trưởng phòng");
                dossier.panelShows("planning", "good", "Phó Trưởng phòng");
                assertThat(desk.page().locator("h1")).hasText("Nguyễn Văn Hùng");
                desk.screenshot("dossier-with-training-down");
            } finally {
                house.stack().service("training-service").restart();
            }
            assertThat(dossier.panel("training"))
                    .hasAttribute("data-state", "good", new HasAttributeOptions().setTimeout(UNTIL_ASKED_AGAIN));
            dossier.allPanelsShow("Phó Trưởng phòng");
        }
    }
}
