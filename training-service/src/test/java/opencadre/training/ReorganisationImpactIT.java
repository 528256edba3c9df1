package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a reorganisation of personnel touches here. */
class ReorganisationImpactIT extends EnrolmentRequests {

    @Test
    void tellsHowManyWhoStillStudyAreInAUnitThatEnds() {
        UUID student = UUID.randomUUID();
        person(student, 1, "Doãn Đang Học", OFFICE, "2025-07-01");
        UUID other = UUID.randomUUID();
        person(other, 1, "Doãn Không Học", OFFICE, "2025-07-01");
        await(() -> as(OFFICER).get(PEOPLE + "/" + other).status() == 200
                && as(OFFICER).get(PEOPLE + "/" + student).status() == 200);
        long before = studying(impact(OFFICER, OFFICE), OFFICE);
        enrolled(student);

        JsonNode impact = impact(OFFICER, OFFICE, NEIGHBOUR);

        assertThat(impact.path("revision").asLong()).isEqualTo(1);
        assertThat(studying(impact, OFFICE)).isEqualTo(before + 1);
        assertThat(impact.path("items")).hasSize(2);
    }

    private JsonNode impact(String username, UUID... ended) {
        UUID id = reorganised("COMMUNE_PARTY_COMMITTEE", ended);
        await(() -> as(username).get(path(id)).status() == 200);
        return as(username).get(path(id)).body();
    }

    private static long studying(JsonNode impact, UUID unit) {
        return impact.path("items")
                .valueStream()
                .filter(item -> item.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow()
                .path("studying")
                .asLong();
    }

    private static String path(UUID id) {
        return "/api/training/reorganisations/" + id + "/impact";
    }
}
