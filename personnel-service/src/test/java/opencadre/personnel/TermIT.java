package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Terms of office of a body, and whom their end waits for. */
class TermIT extends DecisionRequests {

    private static final String TERMS = "/api/personnel/terms/";

    private final UUID body = UUID.randomUUID();
    private final String id = key();

    @BeforeEach
    void aBody() {
        establish(body, COMMUNE, "Hội đồng nhân dân phường");
    }

    private Map<String, Object> term(LocalDate from, LocalDate to) {
        return new HashMap<>(Map.of(
                "unitId", body.toString(),
                "name", "Khóa I, nhiệm kỳ 2025–2030",
                "validFrom", from.toString(),
                "validTo", to.toString(),
                "instrument", "Nghị quyết 01/NQ-HĐND"));
    }

    private Caller.Answer put(String username, String term, Map<String, Object> content) {
        return as(username).ask("PUT", TERMS + term, content);
    }

    private List<String> listed() {
        return as(CLERK)
                .get("/api/personnel/units/" + body + "/terms")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("validFrom").asString() + ".."
                        + each.path("validTo").asString())
                .toList();
    }

    private List<String> waiting(String username) {
        return as(username)
                .get(WORK)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(body.toString()))
                .map(item ->
                        item.path("type").asString() + " " + item.path("due").asString())
                .toList();
    }

    @Test
    void itIsRecordedPutRightAndVoidedAndTheSameAgainChangesNothing() {
        LocalDate from = LocalDate.of(2025, 7, 15);
        LocalDate to = LocalDate.of(2030, 7, 15);
        Caller.Answer first = put(OFFICER, id, term(from, to));
        assertThat(first.status()).isEqualTo(200);
        assertThat(put(OFFICER, id, term(from, to)).body().path("revision").asLong())
                .isEqualTo(1);
        assertThat(put(OFFICER, id, term(from, to.plusDays(1))).status())
                .as("without saying which one is put right")
                .isEqualTo(409);

        Map<String, Object> moved = term(from, to.plusMonths(1));
        assertThat(as(OFFICER)
                        .ask("PUT", TERMS + id, moved, "If-Match", "\"1\"")
                        .fields())
                .containsExactly("reason");
        moved.put("reason", "Hoãn bầu cử");
        JsonNode corrected =
                as(OFFICER).ask("PUT", TERMS + id, moved, "If-Match", "\"1\"").body();
        assertThat(corrected.path("revision").asLong()).isEqualTo(2);
        assertThat(corrected.path("reason").asString()).isEqualTo("Hoãn bầu cử");
        assertThat(as(OFFICER)
                        .ask("PUT", TERMS + id, with(moved, "name", "Khác"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(listed()).containsExactly("2025-07-15..2030-08-15");

        Caller.Answer voided =
                as(OFFICER).ask("POST", TERMS + id + "/void", Map.of("reason", "Ghi nhầm"), "If-Match", "\"2\"");
        assertThat(voided.status()).isEqualTo(204);
        assertThat(listed()).isEmpty();
        assertThat(put(OFFICER, key(), term(from, to)).status()).isEqualTo(200);
        assertThat(history(CLERK))
                .as("what was put right or voided stays to be read, the latest belief first")
                .containsExactly(
                        "2030-07-15 now", "2030-08-15 Hoãn bầu cử, until: Ghi nhầm", "2030-07-15 until: Hoãn bầu cử");
    }

    @Test
    void whoWroteATermDownIsSaidToThoseWhoReachTheBody() {
        put(OFFICER, id, term(LocalDate.of(2025, 7, 15), LocalDate.of(2030, 7, 15)));

        assertThat(writers(CLERK)).containsExactly(true);
        assertThat(writers(OTHER_CLERK)).containsExactly(false);
    }

    private List<Boolean> writers(String username) {
        return as(username)
                .get("/api/personnel/units/" + body + "/terms/history")
                .body()
                .path("items")
                .valueStream()
                .map(belief -> belief.has("by"))
                .toList();
    }

    private List<String> history(String username) {
        return as(username)
                .get("/api/personnel/units/" + body + "/terms/history")
                .body()
                .path("items")
                .valueStream()
                .map(belief -> belief.path("validTo").asString() + " "
                        + (belief.has("reason") ? belief.path("reason").asString() + ", " : "")
                        + (belief.has("recordedTo")
                                ? "until: " + belief.path("endedBecause").asString()
                                : "now"))
                .toList();
    }

    @Test
    void aBodyHasOneTermAtATimeWhileItStandsAndInReach() {
        LocalDate from = LocalDate.of(2025, 7, 15);
        assertThat(put(OFFICER, id, term(from, from.plusYears(5))).status()).isEqualTo(200);

        assertThat(put(OFFICER, key(), term(from.plusYears(5).minusDays(1), from.plusYears(10)))
                        .codes())
                .containsExactly("term-overlaps");
        assertThat(put(OFFICER, key(), term(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1)))
                        .codes())
                .containsExactly("unit-does-not-stand");
        assertThat(put(OFFICER, key(), term(from, from)).fields()).containsExactly("validTo");
        assertThat(put(OFFICER, key(), with(term(from, from.plusDays(1)), "unitId", key()))
                        .codes())
                .containsExactly("unknown-unit");
        assertThat(put(CLERK, key(), term(from.plusYears(5), from.plusYears(10)))
                        .status())
                .as("no right to change structure")
                .isEqualTo(403);
        assertThat(as(CLERK)
                        .get("/api/personnel/units/" + UUID.randomUUID() + "/terms")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void itsEndWaitsForWhoeverDraftsForTheBodyUntilTheNextOneIsOnRecord() {
        LocalDate end = TODAY.plusDays(181);
        put(OFFICER, id, term(LocalDate.of(2025, 7, 15), end));
        assertThat(waiting(CLERK)).isEmpty();

        advance(TODAY.plusDays(1));
        assertThat(waiting(CLERK)).containsExactly("BODY_TERM_ENDS " + end);
        assertThat(waiting(OTHER_CLERK)).isEmpty();
        put(OFFICER, key(), term(end, end.plusYears(5)));
        assertThat(waiting(CLERK)).isEmpty();
    }
}
