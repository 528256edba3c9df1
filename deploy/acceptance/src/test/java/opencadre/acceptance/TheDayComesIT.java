package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was recorded for a later day holds from that day on, in every service. The last test: no day comes back. */
@InHouse
class TheDayComesIT {

    private static final String SONG_CONG = "Ủy ban nhân dân phường Sông Công";
    private static final String BA_XUYEN = "Ủy ban nhân dân phường Bá Xuyên";

    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final House house;

    TheDayComesIT(House house) {
        this.house = house;
    }

    @Test
    void aTransferOfALaterDayTakesTheFileToTheNextUnitOnThatDay() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk leaving = house.desk("vanthu.songcong");
                Desk receiving = house.desk("vanthu.baxuyen");
                Desk administrator = house.desk("quantri")) {
            LocalDate today = LocalDate.parse(
                    officer.get("/api/personnel/me").body().path("legalDay").asString());
            LocalDate begins = today.plusDays(7);
            String id = transferred(officer, begins);
            onlyIn(leaving, receiving, id);

            advance(administrator, begins.minusDays(1));
            onlyIn(leaving, receiving, id);

            advance(administrator, begins);
            onlyIn(receiving, leaving, id);
            receiving.open("/people/" + id);
            assertThat(receiving.test("date-bar").locator("input")).hasValue(begins.format(VIETNAMESE));
            new Dossier(receiving, id).allPanelsShow(begins.format(VIETNAMESE));
            receiving.screenshot("the-day-has-come");
        }
    }

    /** A person of Sông Công whose next post, in Bá Xuyên, begins on a later day. */
    private static String transferred(Desk officer, LocalDate begins) {
        JsonNode units = officer.get("/api/personnel/units").body().path("items");
        Map<String, Object> person = Map.of(
                "fullName", "Bế Văn Chuyển",
                "sex", "MALE",
                "birth", "1988",
                "assignment", post(unit(units, SONG_CONG), "2025-07-01", begins.toString()));
        Answer made = officer.api("POST", "/api/personnel/people", person, Map.of("Idempotency-Key", key()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.body().path("id").asString();
        Answer added = officer.api(
                "POST",
                "/api/personnel/people/" + id + "/assignments",
                post(unit(units, BA_XUYEN), begins.toString(), null),
                Map.of("Idempotency-Key", key(), "If-Match", made.etag()));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return id;
    }

    private static String unit(JsonNode units, String name) {
        return units.valueStream()
                .filter(unit -> unit.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static Map<String, Object> post(String unit, String from, @org.jspecify.annotations.Nullable String to) {
        Map<String, Object> post = new java.util.HashMap<>(Map.of(
                "unitId",
                unit,
                "title",
                "Công chức Văn phòng",
                "managementScope",
                "COMMUNE_PARTY_COMMITTEE",
                "validFrom",
                from));
        if (to != null) {
            post.put("validTo", to);
        }
        return post;
    }

    private static void advance(Desk administrator, LocalDate day) {
        Answer answer = administrator.api("PUT", "/api/personnel/legal-day", Map.of("day", day.toString()), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void onlyIn(Desk here, Desk elsewhere, String id) {
        for (String service : House.SERVICES) {
            String path = "/api/" + service + "/people/" + id;
            assertThat(here.eventually(
                            Duration.ofSeconds(5),
                            () -> here.get(path).status() == 200
                                    && elsewhere.get(path).status() == 404))
                    .as(service)
                    .isTrue();
        }
        assertThat(List.of(
                        here.get("/api/personnel/people/count?q=be+chuyen")
                                .body()
                                .path("total")
                                .asInt(),
                        elsewhere
                                .get("/api/personnel/people/count?q=be+chuyen")
                                .body()
                                .path("total")
                                .asInt()))
                .containsExactly(1, 0);
    }

    private static String key() {
        return java.util.UUID.randomUUID().toString();
    }
}
