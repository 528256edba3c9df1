package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a reorganisation of personnel touches here. */
class ReorganisationImpactIT extends ProcedureRequests {

    @Test
    void tellsWhatIsPlannedAndWhatIsBeingFilledInAUnitThatEnds() {
        UUID unit = UUID.randomUUID();
        unit(unit, COMMUNE, 150, 151);
        UUID higher = UUID.randomUUID();
        UUID lower = UUID.randomUUID();
        Official.seat(higher, unit, CHAIRMAN + code(higher), 40, 1, "COMMUNE_PARTY_COMMITTEE");
        Official.seat(lower, unit, DEPUTY + code(lower), 50, 1, "COMMUNE_PARTY_COMMITTEE");
        Official official = new Official("Doãn Được Quy Hoạch", unit)
                .post(UUID.randomUUID(), lower, "2022-07-01", null)
                .send();
        official.theory(UUID.randomUUID(), 1, "VERIFIED");
        await(() -> as(OFFICER).get(SEATS + "/" + higher).status() == 200
                && as(OFFICER).get(SEATS + "/" + lower).status() == 200
                && as(OFFICER).get(PEOPLE + "/" + official.id).status() == 200
                && outcome(verdict(OFFICER, higher, official.id, DAY).body(), "theory")
                        .equals("PASS"));
        assertThat(ofUnit(impact(OFFICER, unit), unit).path("planned").asInt()).isZero();
        planned(official.id, higher);
        Caller.Answer opened = open(OFFICER, higher, "2026-11-02", List.of(official.id));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);

        JsonNode impact = impact(OFFICER, unit, NEIGHBOUR);

        assertThat(ofUnit(impact, unit).path("planned").asInt()).isEqualTo(1);
        assertThat(ofUnit(impact, unit).path("procedures").asInt()).isEqualTo(1);
        assertThat(impact.path("revision").asLong()).isEqualTo(1);
    }

    private JsonNode impact(String username, UUID... ended) {
        UUID id = reorganised("COMMUNE_PARTY_COMMITTEE", ended);
        await(() -> as(username).get(path(id)).status() == 200);
        return as(username).get(path(id)).body();
    }

    private static JsonNode ofUnit(JsonNode impact, UUID unit) {
        return impact.path("items")
                .valueStream()
                .filter(item -> item.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String path(UUID id) {
        return "/api/planning/reorganisations/" + id + "/impact";
    }
}
