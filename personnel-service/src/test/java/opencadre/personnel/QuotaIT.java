package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many people a unit may have, beside how many are there. */
class QuotaIT extends PersonRequests {

    private static final String QUOTAS = "/api/personnel/quotas/";

    private final UUID unit = UUID.randomUUID();
    private final UUID below = UUID.randomUUID();
    private final String id = key();

    @BeforeEach
    void aUnitWithOneBelow() {
        establish(unit, COMMUNE, "Phòng biên chế");
        establish(below, unit, "Tổ biên chế");
    }

    private Map<String, Object> quota(String regime, int people, String from, @Nullable String to) {
        Map<String, Object> quota = new HashMap<>(Map.of(
                "unitId", unit.toString(),
                "regime", regime,
                "people", people,
                "validFrom", from,
                "instrument", "112-QĐ/TU"));
        if (to != null) {
            quota.put("validTo", to);
        }
        return quota;
    }

    private Caller.Answer put(String username, String quota, Map<String, Object> content, String... headers) {
        return as(username).ask("PUT", QUOTAS + quota, content, headers);
    }

    private JsonNode listed(String username) {
        Caller.Answer answer = as(username).get("/api/personnel/units/" + unit + "/quotas");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> present(JsonNode listed) {
        return listed.path("present")
                .valueStream()
                .map(each -> each.path("regime").asString("–") + " "
                        + each.path("people").asInt())
                .toList();
    }

    @Test
    void itIsRecordedPutRightAndVoidedAndTheSameAgainChangesNothing() {
        Map<String, Object> given = quota("CADRE", 30, "2026-01-01", "2027-01-01");
        assertThat(put(OFFICER, id, given).status()).isEqualTo(200);
        assertThat(put(OFFICER, id, given).body().path("revision").asLong()).isEqualTo(1);
        Map<String, Object> more = with(given, "people", 32);
        assertThat(put(OFFICER, id, more).body().path("code").asString()).isEqualTo("quota-differs");
        assertThat(put(OFFICER, id, more, "If-Match", "\"1\"").codes()).containsExactly("required");
        assertThat(put(OFFICER, id, with(more, "reason", "Giao bổ sung"), "If-Match", "\"1\"")
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(put(OFFICER, id, with(given, "reason", "Sửa lại"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);

        assertThat(put(OFFICER, key(), quota("CADRE", 5, "2026-06-01", null)).codes())
                .containsExactly("quota-overlaps");
        assertThat(put(OFFICER, key(), quota("PUBLIC_EMPLOYEE", 5, "2026-06-01", null))
                        .status())
                .isEqualTo(200);
        assertThat(listed(CLERK).path("items")).hasSize(2);

        assertThat(as(OFFICER)
                        .ask("POST", QUOTAS + id + "/void", Map.of("reason", "Ghi nhầm đơn vị"), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(204);
        assertThat(listed(CLERK).path("items")).hasSize(1);
        JsonNode history = as(OFFICER)
                .get("/api/personnel/units/" + unit + "/quotas/history")
                .body()
                .path("items");
        assertThat(history.valueStream().map(belief -> belief.path("people").asInt()))
                .containsExactlyInAnyOrder(32, 30, 5);
        assertThat(history.valueStream()
                        .map(belief -> belief.path("endedBecause").asString("")))
                .contains("Giao bổ sung", "Ghi nhầm đơn vị");
    }

    @Test
    void beforeTheUnitStoodThereIsNoneAndNobodyElseGivesIt() {
        assertThat(put(OFFICER, id, quota("CADRE", 30, "2025-06-30", null)).codes())
                .containsExactly("unit-does-not-stand");
        assertThat(put(OFFICER, id, quota("CADRE", -1, "2026-01-01", null)).status())
                .isEqualTo(400);
        assertThat(put(OFFICER, id, quota("CADRE", 3, "2026-01-01", "2026-01-01"))
                        .codes())
                .containsExactly("ends-before-it-begins");
        assertThat(put(CLERK, id, quota("CADRE", 3, "2026-01-01", null)).status())
                .isEqualTo(403);
        assertThat(listed(CLERK).path("items")).isEmpty();
    }

    @Test
    void besideItStandsWhoIsThereAsFarAsTheReaderSees() {
        String seat = seat(below);
        String seated = registered(CLERK, "Kha Văn Ghế", COMMUNE);
        assertThat(addPost(CLERK, seated, 1, with(inSeat(seat, "2026-02-01"), "concurrent", true))
                        .status())
                .isEqualTo(201);
        registered(CLERK, "Kha Văn Không", unit);

        JsonNode seen = listed(CLERK);
        assertThat(present(seen)).containsExactly("– 1");
        assertThat(seen.path("whole").asBoolean()).isTrue();
        assertThat(present(listed(OTHER_CLERK))).isEmpty();
        assertThat(listed(OTHER_CLERK).path("whole").asBoolean()).isFalse();
    }
}
