package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import opencadre.demo.ExpectedFigures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The sentences that a newspaper told of the city of Sông Công in 2022, from the facts of today, each with its rows.
 */
@InHouse
class FiguresIT {

    private static final String DAY = "2022-05-25";
    private static final String NUMBER = "517-QĐ/ThU";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final House house;

    FiguresIT(House house) {
        this.house = house;
    }

    @Test
    void everyFigureIsRightOpensToItsRowsAndFollowsTheDecisionBehindIt() {
        try (Desk officer = house.desk("tochuc.tinh");
                Desk issuer = house.desk("nhansu.tinh");
                Desk clerk = house.desk("vanthu.baxuyen")) {
            Map<String, String> right = figures(officer, "");

            assertThat(right).isEqualTo(told());
            assertThat(figures(officer, "&basis=SUCCESSOR")).containsEntry("A5", "3/4");
            assertThat(figures(clerk, "")).isNotEqualTo(right);
            JsonNode row = rows(officer, "A8").path(0);
            officer.open("/figures?asOf=" + DAY + "&figure=A8");
            assertThat(officer.test("figure-rows"))
                    .containsText(
                            row.path("number").asString(),
                            new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis()));
            officer.screenshot("figures");

            String before = Instant.now().toString();
            JsonNode rotation = decision(officer, rotated(officer));
            rescinded(issuer, rotation);
            Map<String, String> without = new TreeMap<>(right);
            without.put("A5", "5/10");
            assertThat(officer.eventually(PATIENCE, () -> figures(officer, "").equals(without)))
                    .as("one figure and no other: %s", figures(officer, ""))
                    .isTrue();
            assertThat(figures(officer, "&knownAt=" + before)).isEqualTo(right);
        }
    }

    /** From a plain reading of the workbooks; which units are counted is looked at elsewhere. */
    private static Map<String, String> told() {
        Map<String, String> told = new TreeMap<>(ExpectedFigures.of(House.demoData()));
        told.replaceAll((code, value) -> value.replaceFirst(" \\[.*", ""));
        return told;
    }

    private static Map<String, String> figures(Desk desk, String query) {
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode objective :
                desk.get(address(desk) + "?asOf=" + DAY + query).body().path("objectives")) {
            for (JsonNode figure : objective.path("figures")) {
                String of =
                        figure.path("of").isNumber() ? "/" + figure.path("of").asInt() : "";
                figures.put(figure.path("code").asString(), figure.path("value").asInt() + of);
            }
        }
        return figures;
    }

    private static JsonNode rows(Desk desk, String code) {
        return desk.get(address(desk) + "/" + code + "/rows?asOf=" + DAY).body().path("items");
    }

    private static String address(Desk desk) {
        JsonNode programme =
                desk.get("/api/planning/programmes").body().path("items").path(0);
        return "/api/planning/programmes/" + programme.path("id").asString() + "/figures";
    }

    private static String rotated(Desk officer) {
        return rows(officer, "A5")
                .valueStream()
                .filter(row -> row.path("number").asString().equals(NUMBER))
                .findFirst()
                .orElseThrow()
                .path("decisionId")
                .asString();
    }

    private static JsonNode decision(Desk desk, String id) {
        return desk.get("/api/personnel/decisions/" + id).body();
    }

    private static void rescinded(Desk issuer, JsonNode decision) {
        Answer answer = issuer.api(
                "POST",
                "/api/personnel/decisions/" + decision.path("id").asString() + "/rescind",
                Map.of("number", "700-QĐ/TU", "signedOn", "2026-11-20", "reason", "Nhập nhầm quyết định"),
                Map.of(
                        "If-Match",
                        "\"" + decision.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
