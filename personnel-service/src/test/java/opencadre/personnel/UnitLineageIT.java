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

/**
 * The reform of 2025 as data: Mỏ Chè, Châu Sơn and the commune Bá Xuyên went into a ward that is named Bá Xuyên too.
 */
class UnitLineageIT extends RunningService {

    private static final String RESOLUTION = "1683/NQ-UBTVQH15";

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final UUID city = UUID.randomUUID();
    private final UUID moChe = UUID.randomUUID();
    private final UUID chauSon = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();
    private final UUID ward = UUID.randomUUID();

    @BeforeEach
    void establish() {
        unit(city, "Thành phố Sông Công", "THANH_PHO", null, "2015-05-15", "2025-07-01");
        unit(moChe, "Phường Mỏ Chè", "PHUONG", city, "2015-05-15", "2025-07-01");
        unit(chauSon, "Phường Châu Sơn", "PHUONG", city, "2020-01-01", "2025-07-01");
        unit(commune, "Xã Bá Xuyên", "XA", city, "2015-05-15", "2025-07-01");
        unit(ward, "Phường Bá Xuyên", "PHUONG", PROVINCE, "2025-07-01", null);
    }

    @Test
    void twoUnitsOfOneNameStayTwoAndEachKnowsTheOther() {
        for (UUID old : List.of(moChe, chauSon, commune)) {
            assertThat(succeed(ward, old, "MERGE", "2025-07-01").status()).isEqualTo(200);
        }

        JsonNode lineage = lineage(ward);
        assertThat(names(lineage.path("predecessors")))
                .containsExactly("Phường Châu Sơn", "Phường Mỏ Chè", "Xã Bá Xuyên");
        assertThat(lineage.path("successors")).isEmpty();
        assertThat(names(lineage(commune).path("successors"))).containsExactly("Phường Bá Xuyên");

        assertThat(idsOn("2025-06-30")).contains(commune.toString()).doesNotContain(ward.toString());
        assertThat(idsOn("2025-07-01")).contains(ward.toString()).doesNotContain(commune.toString());
    }

    @Test
    void aUnitMayGoIntoSeveralWithTheirShares() {
        assertThat(succeed(ward, chauSon, "SPLIT", "2025-07-01").status()).isEqualTo(200);
        assertThat(succeed(COMMUNE, chauSon, "SPLIT", "2025-07-01").status()).isEqualTo(200);

        assertThat(names(lineage(chauSon).path("successors"))).containsExactly("Phường Bá Xuyên", "Phường Sông Công");
    }

    @Test
    void theSameSuccessionAgainChangesNothingAndAnotherIsRefused() {
        succeed(ward, moChe, "MERGE", "2025-07-01");
        long told = revision(ward);

        assertThat(succeed(ward, moChe, "MERGE", "2025-07-01").status()).isEqualTo(200);
        assertThat(revision(ward)).isEqualTo(told);

        Caller.Answer other = succeed(ward, moChe, "SPLIT", "2025-07-01");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().path("code").asString()).isEqualTo("succession-differs");
    }

    @Test
    void refusesASuccessionThatTheDaysContradict() {
        assertThat(findings(succeed(ward, moChe, "MERGE", "2025-07-02")))
                .containsExactly("effectiveOn predecessor-did-not-stand");
        assertThat(findings(succeed(ward, moChe, "MERGE", "2025-06-30")))
                .containsExactly("effectiveOn successor-does-not-stand");
        assertThat(findings(succeed(ward, ward, "RENAME", "2025-08-01")))
                .containsExactly("predecessorId succeeds-itself");
        assertThat(findings(succeed(ward, UUID.randomUUID(), "MERGE", "2025-07-01")))
                .containsExactly("predecessorId unknown-unit");
        assertThat(lineage(ward).path("predecessors")).isEmpty();
    }

    @Test
    void onlyWhoMayWriteUnitsRecordsASuccession() {
        Caller.Answer answer = as(OFFICER).ask("PUT", path(ward, moChe), body("MERGE", "2025-07-01"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void anAgencyCodeNeverPassesToAnotherUnit() {
        UUID first = UUID.randomUUID();
        Map<String, Object> unit = new HashMap<>(Map.of(
                "tree",
                "STATE",
                "name",
                "Phòng Nội vụ",
                "type",
                "PHONG",
                "agencyCode",
                "H55." + run,
                "validFrom",
                "2025-07-01",
                "instrument",
                RESOLUTION));

        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + first, unit).status())
                .isEqualTo(200);
        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + first, unit).status())
                .isEqualTo(200);
        assertThat(findings(as(ADMIN).ask("PUT", "/api/personnel/units/" + UUID.randomUUID(), unit)))
                .containsExactly("agencyCode agency-code-taken");
    }

    private void unit(UUID id, String name, String type, @Nullable UUID parent, String from, @Nullable String to) {
        Map<String, Object> unit = new HashMap<>(
                Map.of("tree", "STATE", "name", name, "type", type, "validFrom", from, "instrument", RESOLUTION));
        if (parent != null) {
            unit.put("parentId", parent.toString());
        }
        if (to != null) {
            unit.put("validTo", to);
        }
        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + id, unit).status())
                .isEqualTo(200);
    }

    private Caller.Answer succeed(UUID successor, UUID predecessor, String kind, String on) {
        return as(ADMIN).ask("PUT", path(successor, predecessor), body(kind, on));
    }

    private static String path(UUID successor, UUID predecessor) {
        return "/api/personnel/units/" + successor + "/predecessors/" + predecessor;
    }

    private static Map<String, Object> body(String kind, String on) {
        return Map.of("kind", kind, "effectiveOn", on, "instrument", RESOLUTION, "note", "Toàn bộ");
    }

    private JsonNode lineage(UUID unit) {
        return as(CLERK).get("/api/personnel/units/" + unit + "/lineage").body();
    }

    private List<String> idsOn(String day) {
        return as(CLERK)
                .get("/api/personnel/units?asOf=" + day)
                .body()
                .path("items")
                .valueStream()
                .map(unit -> unit.path("id").asString())
                .toList();
    }

    private long revision(UUID unit) {
        return count("SELECT revision FROM unit_root WHERE id = ?", unit);
    }

    private static List<String> names(JsonNode steps) {
        return steps.valueStream()
                .map(step -> step.path("unit").path("name").asString())
                .toList();
    }

    private static List<String> findings(Caller.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body()
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("field").asString() + " "
                        + finding.path("code").asString())
                .toList();
    }
}
