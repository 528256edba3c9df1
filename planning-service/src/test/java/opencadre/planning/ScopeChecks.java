package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two commune clerks, through list, count, search and by id: with both fences, and with each of them alone. */
abstract class ScopeChecks extends ProcedureRequests {

    @Test
    void eachClerkSeesTheOwnPeopleAndNobodyElse() {
        // A middle name of this class alone, since classes share a broker.
        String name = "Ngô " + getClass().getSimpleName();
        String mine = published(name + " Lan", COMMUNE);
        String below = published(name + " Mai", OFFICE);
        String theirs = published(name + " Nga", NEIGHBOUR);
        String above = published(name + " Oanh", PROVINCE);
        String search = "q=ngo+" + getClass().getSimpleName();
        await(() -> total(OFFICER, search) == 4);

        assertThat(found(CLERK, "")).contains(mine, below).doesNotContain(theirs, above);
        assertThat(found(OTHER_CLERK, "")).contains(theirs).doesNotContain(mine, below, above);
        assertThat(found(OFFICER, "")).contains(mine, below, theirs, above);
        assertThat(found(CLERK, search)).containsExactlyInAnyOrder(mine, below);
        assertThat(found(OTHER_CLERK, search)).containsExactly(theirs);
        assertThat(found(CLERK, "unit=" + NEIGHBOUR)).isEmpty();
        assertThat(total(CLERK, search)).isEqualTo(2);
        assertThat(total(OTHER_CLERK, search)).isEqualTo(1);
        for (String id : List.of(mine, below)) {
            assertThat(status(CLERK, id)).isEqualTo(200);
            assertThat(status(OTHER_CLERK, id)).isEqualTo(404);
            assertThat(status(OFFICER, id)).isEqualTo(200);
        }
        for (String id : List.of(theirs, above)) {
            assertThat(status(CLERK, id)).isEqualTo(404);
        }
    }

    @Test
    void theSeatsAndPlansOfTheNextCommuneAreNotThere() {
        UUID theirSeat = UUID.randomUUID();
        Official.seat(theirSeat, NEIGHBOUR, CHAIRMAN + code(theirSeat), 40, 1);
        Official mine = published("Ngô Kế Lan");
        Official theirs = new Official("Ngô Kế Nga", NEIGHBOUR).send();
        await(() -> as(OTHER_CLERK).get(SEATS + "/" + theirSeat).status() == 200
                && as(OTHER_CLERK).get(PEOPLE + "/" + theirs.id).status() == 200);
        String myEntry = planned(mine.id, chair);
        String theirEntry = planned(theirs.id, theirSeat);

        assertThat(ids(CLERK, SEATS + "?limit=200")).contains(chair.toString()).doesNotContain(theirSeat.toString());
        assertThat(ids(CLERK, SEATS + "?limit=200&vacantBy=2040-01-01"))
                .contains(chair.toString())
                .doesNotContain(theirSeat.toString());
        assertThat(ids(OTHER_CLERK, SEATS + "?limit=200"))
                .contains(theirSeat.toString())
                .doesNotContain(chair.toString());
        assertThat(ids(CLERK, PLANS + "?limit=200")).contains(myEntry).doesNotContain(theirEntry);
        assertThat(ids(OTHER_CLERK, PLANS + "?limit=200")).contains(theirEntry).doesNotContain(myEntry);
        assertThat(ids(CLERK, PLANS + "?personId=" + theirs.id)).isEmpty();
        for (String path : List.of(
                SEATS + "/" + theirSeat,
                SEATS + "/" + theirSeat + "/verdicts",
                SEATS + "/" + theirSeat + "/verdicts/" + mine.id,
                SEATS + "/" + chair + "/verdicts/" + theirs.id,
                PLANS + "/" + theirEntry,
                PLANS + "/" + theirEntry + "/history")) {
            assertThat(as(CLERK).get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(propose(CLERK, theirs.id, chair).status()).isEqualTo(404);
        assertThat(propose(CLERK, mine.id, theirSeat).status()).isEqualTo(404);
        assertThat(as(CLERK).get(SEATS + "/" + chair).body().path("planned")).hasSize(1);
        assertThat(as(OFFICER).get(SEATS + "/" + theirSeat).body().path("planned"))
                .hasSize(1);
        assertThat(verdict(CLERK, chair, mine.id, DAY).status()).isEqualTo(200);
    }

    @Test
    void theProceduresOfTheNextCommuneAreNotThereAndWhoIsNotSeenIsNotNamed() {
        Official mine = candidate("Ngô Bước Lan");
        String id = inSteps(List.of(mine));

        assertThat(ids(CLERK, PROCEDURES + "?limit=200")).contains(id);
        assertThat(procedure(CLERK, id)
                        .path("candidates")
                        .path(0)
                        .path("personName")
                        .asString())
                .isEqualTo("Ngô Bước Lan");
        assertThat(ids(OTHER_CLERK, PROCEDURES + "?limit=200")).doesNotContain(id);
        assertThat(ids(OTHER_CLERK, WORK + "?limit=200")).doesNotContain(id, chair.toString());
        assertThat(as(OTHER_CLERK).get(PROCEDURES + "/" + id).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(PROCEDURES + "/" + id + "/record").status())
                .isEqualTo(404);
        assertThat(act(OTHER_CLERK, id, "steps/1", 2, agreed("2026-11-09")).status())
                .isEqualTo(404);
        assertThat(act(OTHER_CLERK, id, "stop", 2, Map.of("reason", "Thử vượt phạm vi"))
                        .status())
                .isEqualTo(404);
        assertThat(open(OTHER_CLERK, chair, "2026-11-02", List.of(mine.id)).status())
                .isEqualTo(404);

        // The person moves away; the procedure stays with the seat.
        mine.movedTo(NEIGHBOUR).send();
        await(() -> as(CLERK).get(PEOPLE + "/" + mine.id).status() == 404);
        assertThat(procedure(CLERK, id)
                        .path("candidates")
                        .path(0)
                        .path("personName")
                        .isMissingNode())
                .isTrue();
        assertThat(procedure(CLERK, id)
                        .path("candidates")
                        .path(0)
                        .path("overall")
                        .isMissingNode())
                .isTrue();
    }

    private List<String> ids(String username, String path) {
        return as(username)
                .get(path)
                .body()
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    private static String published(String name, UUID unit) {
        UUID id = UUID.randomUUID();
        person(id, 1, name, unit, "2025-07-01");
        return id.toString();
    }

    private Set<String> found(String username, String query) {
        return as(username)
                .get(PEOPLE + "?limit=200&" + query)
                .body()
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .collect(Collectors.toSet());
    }

    private long total(String username, String query) {
        return as(username).get(PEOPLE + "/count?" + query).body().path("total").asLong(-1);
    }

    private int status(String username, String id) {
        return as(username).get(PEOPLE + "/" + id).status();
    }

    @Test
    void aReorganisationIsThereForWhoeverReachesEveryUnitItTouches() {
        // Whom no other test gives rights here.
        String neighbours = "canbo.songcong";
        String path = "/api/planning/reorganisations/" + reorganised("COMMUNE_PARTY_COMMITTEE", COMMUNE, NEIGHBOUR)
                + "/impact";
        String theirs =
                "/api/planning/reorganisations/" + reorganised("COMMUNE_PARTY_COMMITTEE", NEIGHBOUR) + "/impact";
        grant(neighbours, "PROV_ORG_OFFICER", NEIGHBOUR);

        await(() -> as(OFFICER).get(path).status() == 200
                && as(neighbours).get(theirs).status() == 200);
        assertThat(as(neighbours).get(path).status()).isEqualTo(404);
    }
}
