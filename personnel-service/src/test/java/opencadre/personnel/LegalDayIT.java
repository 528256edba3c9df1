package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.time.AdvancedDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A demo's day goes ahead, and what was recorded for a later day holds from then on. */
@TestPropertySource(properties = "opencadre.legal-day-begins=2026-11-24")
class LegalDayIT extends PersonRequests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private AdvancedDay days;

    @AfterEach
    void comeBack() {
        days.forget();
    }

    private Caller.Answer advance(String username, LocalDate day) {
        return as(username).ask("PUT", "/api/personnel/legal-day", Map.of("day", day.toString()));
    }

    private int seenBy(String username, String id) {
        return as(username).get(PEOPLE + "/" + id).status();
    }

    private long counted(String username, String word) {
        return as(username)
                .get(PEOPLE + "/count?q=" + word)
                .body()
                .path("total")
                .asLong();
    }

    @Test
    void theFileGoesToTheNextUnitOnTheDayThePostBegins() {
        String id = registered(CLERK, "Đoàn Văn Dời", COMMUNE);
        LocalDate begins = TODAY.plusDays(10);
        String key = UUID.randomUUID().toString();
        String post = as(OFFICER)
                .get(PEOPLE + "/" + id)
                .body()
                .path("assignments")
                .path(0)
                .path("id")
                .asString();
        Map<String, Object> ending = with(post(COMMUNE, "2025-07-01", begins.toString()), "reason", "Điều động");
        assertThat(as(OFFICER)
                        .ask("PUT", PEOPLE + "/" + id + "/assignments/" + post, ending, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        Map<String, Object> next = post(NEIGHBOUR, begins.toString(), null);
        assertThat(as(OFFICER)
                        .ask(
                                "POST",
                                PEOPLE + "/" + id + "/assignments",
                                next,
                                "If-Match",
                                "\"2\"",
                                "Idempotency-Key",
                                key)
                        .status())
                .isEqualTo(201);

        advance(ADMIN, begins.minusDays(1));
        assertThat(seenBy(CLERK, id)).isEqualTo(200);
        assertThat(seenBy(OTHER_CLERK, id)).isEqualTo(404);
        assertThat(counted(OTHER_CLERK, "doi")).isZero();

        advance(ADMIN, begins);
        assertThat(seenBy(CLERK, id)).isEqualTo(404);
        assertThat(counted(CLERK, "doi")).isZero();
        assertThat(seenBy(OTHER_CLERK, id)).isEqualTo(200);
        assertThat(counted(OTHER_CLERK, "doi")).isEqualTo(1);
        assertThat(counted(OFFICER, "doi")).isEqualTo(1);
    }

    @Test
    void aRightEndsOnTheDayOnWhichItsUnitDoesAndTheNextUnitGetsNothing() {
        UUID ending = UUID.randomUUID();
        LocalDate ends = TODAY.plusDays(10);
        unit(ending, "2025-07-01", ends);
        UUID next = UUID.randomUUID();
        unit(next, ends.toString(), null);
        assertThat(as(ADMIN)
                        .ask(
                                "PUT",
                                "/api/personnel/units/" + next + "/predecessors/" + ending,
                                Map.of("kind", "MERGE", "effectiveOn", ends.toString(), "instrument", "12/NQ-HĐND"))
                        .status())
                .isEqualTo(200);
        String leaver = "quyhoach.tinh";
        grant(leaver, "FILE_CLERK", ending);

        advance(ADMIN, ends.minusDays(1));
        assertThat(as(leaver).get(PEOPLE).status()).isEqualTo(200);
        assertThat(inForce(leaver)).isEqualTo(1);
        advance(ADMIN, ends);
        assertThat(as(leaver).get(PEOPLE).status()).isEqualTo(403);
        assertThat(as(leaver).get("/api/personnel/me").body().path("grants")).isEmpty();
        assertThat(inForce(leaver)).isZero();
        assertThat(count("SELECT count(*) FROM access_grant WHERE unit_id = ?", next))
                .isZero();
    }

    private int inForce(String username) {
        return as(ADMIN)
                .get("/api/personnel/accounts/" + username)
                .body()
                .path("grants")
                .asInt();
    }

    private void unit(UUID id, String from, @Nullable LocalDate to) {
        Map<String, Object> unit = new HashMap<>(Map.of(
                "tree", "STATE",
                "name", "Đơn vị giải thể",
                "type", "TEST",
                "parentId", PROVINCE.toString(),
                "validFrom", from,
                "instrument", "12/NQ-HĐND"));
        if (to != null) {
            unit.put("validTo", to.toString());
        }
        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + id, unit).status())
                .isEqualTo(200);
    }

    @Test
    void itGoesForwardOnlyAndIsToldToTheOthersOnce() {
        assertThat(advance(ADMIN, TODAY.plusDays(3)).body().path("day").asString())
                .isEqualTo(TODAY.plusDays(3).toString());
        long told = count("SELECT max(revision) FROM advanced_day");

        assertThat(advance(ADMIN, TODAY.plusDays(3)).status()).isEqualTo(200);
        Caller.Answer back = advance(ADMIN, TODAY.plusDays(2));
        Caller.Answer mistyped = advance(ADMIN, TODAY.plusYears(200));

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body().toString()).contains("legal-day-goes-forward", "Ngày pháp lý");
        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(count("SELECT max(revision) FROM advanced_day")).isEqualTo(told);
        assertThat(as(CLERK).get("/api/personnel/me").body().path("legalDay").asString())
                .isEqualTo(TODAY.plusDays(3).toString());
    }

    @Test
    void onlyTheAdministratorMovesIt() {
        assertThat(advance(OFFICER, TODAY.plusDays(1)).status()).isEqualTo(403);
        assertThat(days.kept()).isEmpty();
    }
}
