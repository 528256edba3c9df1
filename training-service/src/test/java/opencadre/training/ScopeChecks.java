package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two commune clerks, through list, count, search and by id: with both fences, and with each of them alone. */
abstract class ScopeChecks extends RunningService {

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
}
