package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two commune clerks, through list, count, search and by id: with both fences, and with each of them alone. */
abstract class ScopeChecks extends CertificateRequests {

    @Test
    void eachClerkSeesTheOwnPeopleAndNobodyElse() {
        // A middle name of this class alone, since classes share a broker.
        String name = "Ngô " + getClass().getSimpleName();
        String mine = person(name + " Lan", COMMUNE);
        String below = person(name + " Mai", OFFICE);
        String theirs = person(name + " Nga", NEIGHBOUR);
        String above = person(name + " Oanh", PROVINCE);
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
    void theCertificatesOfTheNextCommuneAreNotThere() {
        UUID mine = published("Ngô Bằng Lan", COMMUNE);
        UUID theirs = published("Ngô Bằng Nga", NEIGHBOUR);
        String myCertificate = entered(mine);
        String theirCertificate = entered(theirs);

        assertThat(listed(CLERK, mine)).hasSize(1);
        assertThat(waiting(CLERK)).contains(myCertificate).doesNotContain(theirCertificate);
        assertThat(waiting(OTHER_CLERK)).contains(theirCertificate).doesNotContain(myCertificate);
        assertThat(waiting(VERIFIER)).contains(myCertificate, theirCertificate);
        assertThat(as(CLERK).get(of(theirs)).status()).isEqualTo(404);
        assertThat(as(CLERK)
                        .get(of(theirs) + "/" + theirCertificate + "/history")
                        .status())
                .isEqualTo(404);
        assertThat(verify(CLERK, theirs, theirCertificate, 1).status()).isEqualTo(404);
        // Under the own person's address it is not there either.
        assertThat(verify(CLERK, mine, theirCertificate, 1).status()).isEqualTo(404);
        assertThat(decide(CLERK, theirs, theirCertificate, "reject", 7, WHY).status())
                .isEqualTo(404);
        assertThat(enter(OTHER_CLERK, mine, theory(number())).status()).isEqualTo(404);
        assertThat(correct(OTHER_CLERK, mine, myCertificate, 1, with(theory(number()), "reason", "Thử vượt phạm vi"))
                        .status())
                .isEqualTo(404);
        assertThat(listed(VERIFIER, theirs).getFirst().path("state").asString()).isEqualTo("ENTERED");
        assertThat(verify(CLERK, mine, myCertificate, 1).status()).isEqualTo(200);
    }

    private static String person(String name, UUID unit) {
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
        String path = "/api/training/reorganisations/" + reorganised("COMMUNE_PARTY_COMMITTEE", COMMUNE, NEIGHBOUR)
                + "/impact";
        String theirs =
                "/api/training/reorganisations/" + reorganised("COMMUNE_PARTY_COMMITTEE", NEIGHBOUR) + "/impact";
        grant(neighbours, "PROV_ORG_OFFICER", NEIGHBOUR);

        await(() -> as(OFFICER).get(path).status() == 200
                && as(neighbours).get(theirs).status() == 200);
        assertThat(as(neighbours).get(path).status()).isEqualTo(404);
    }
}
