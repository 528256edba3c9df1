package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two commune clerks, through list, count, search and by id: with both fences, and with each of them alone. */
abstract class ScopeChecks extends DecisionRequests {

    @Test
    void eachClerkSeesTheOwnPeopleAndNobodyElse() {
        // A middle name of this class alone, since classes may share a database.
        String name = "Ngô " + getClass().getSimpleName();
        String mine = registered(CLERK, name + " Lan", COMMUNE);
        String below = registered(CLERK, name + " Mai", OFFICE);
        String theirs = registered(OTHER_CLERK, name + " Nga", NEIGHBOUR);
        String above = registered(OFFICER, name + " Oanh", PROVINCE);
        String search = "q=ngo+" + getClass().getSimpleName();

        assertThat(found(CLERK, "")).contains(mine, below).doesNotContain(theirs, above);
        assertThat(found(OTHER_CLERK, "")).contains(theirs).doesNotContain(mine, below, above);
        assertThat(found(OFFICER, "")).contains(mine, below, theirs, above);
        assertThat(found(CLERK, search)).containsExactlyInAnyOrder(mine, below);
        assertThat(found(OTHER_CLERK, search)).containsExactly(theirs);
        assertThat(found(CLERK, "unit=" + NEIGHBOUR)).isEmpty();
        assertThat(total(CLERK, search)).isEqualTo(2);
        assertThat(total(OTHER_CLERK, search)).isEqualTo(1);
        assertThat(total(OFFICER, search)).isEqualTo(4);
        for (String id : List.of(mine, below)) {
            assertThat(status(CLERK, id)).isEqualTo(200);
            assertThat(status(OTHER_CLERK, id)).isEqualTo(404);
            assertThat(status(OFFICER, id)).isEqualTo(200);
        }
        for (String id : List.of(theirs, above)) {
            assertThat(status(CLERK, id)).isEqualTo(404);
        }
    }

    private Set<String> found(String username, String query) {
        Caller.Answer answer = as(username).get(PEOPLE + "?limit=200&" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .collect(Collectors.toSet());
    }

    private long total(String username, String query) {
        return as(username).get(PEOPLE + "/count?" + query).body().path("total").asLong(-1);
    }

    private int status(String username, String id) {
        int detail = as(username).get(PEOPLE + "/" + id).status();
        assertThat(as(username).get(PEOPLE + "/" + id + "/history").status()).isEqualTo(detail);
        return detail;
    }

    @Test
    void whoHoldsASeatAndTheirConductIsToldToTheOwnClerkAlone() {
        String seat = seat(COMMUNE);
        String mine = registered(CLERK, "Bàng Giữ " + getClass().getSimpleName(), COMMUNE);
        assertThat(addPost(CLERK, mine, 1, inSeat(seat, "2026-01-01")).status()).isEqualTo(201);

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(as(username).get(SEATS + "/" + seat).body().path("heldBy"))
                    .hasSize(1);
            assertThat(as(username).get(PEOPLE + "/" + mine + "/conduct").status())
                    .isEqualTo(200);
        }
        assertThat(as(OTHER_CLERK).get(SEATS + "/" + seat).body().path("heldBy"))
                .isEmpty();
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + mine + "/conduct").status())
                .isEqualTo(404);
    }

    @Test
    void aDecisionIsThereForWhoeverSeesThePersonAndForNobodyElse() {
        String mine = registered(CLERK, "Bàng Ký " + getClass().getSimpleName(), COMMUNE);
        JsonNode draft = conclusion(mine, seat(COMMUNE));
        String id = draft.path("id").asString();
        String path = DECISIONS + "/" + id;

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(as(username).get(path).status()).isEqualTo(200);
            assertThat(about(username, mine)).hasSize(1);
            assertThat(waiting(username, id)).hasSize(1);
        }
        for (String read : List.of("", "/history", "/document")) {
            assertThat(as(OTHER_CLERK).get(path + read).status()).isEqualTo(404);
        }
        assertThat(about(OTHER_CLERK, mine)).isEmpty();
        assertThat(as(OTHER_CLERK).get(DECISIONS + "?limit=200").body().toString())
                .doesNotContain(id);
        assertThat(as(OTHER_CLERK)
                        .get(DECISIONS + "?limit=200&unit=" + COMMUNE)
                        .body()
                        .toString())
                .doesNotContain(id);
        assertThat(waiting(OTHER_CLERK, id)).isEmpty();
        assertThat(act(OTHER_CLERK, "issue", draft, signature(number(), draft, DAY))
                        .status())
                .isEqualTo(404);
        assertThat(act(OTHER_CLERK, "withdraw", draft, java.util.Map.of("reason", "thử"))
                        .status())
                .isEqualTo(404);
        JsonNode issued = issued(draft, DAY);
        assertThat(act(
                                OTHER_CLERK,
                                "rescind",
                                issued,
                                java.util.Map.of("number", "1", "signedOn", TODAY.toString(), "reason", "thử"))
                        .status())
                .isEqualTo(404);
        assertThat(corrected(OTHER_CLERK, issued, DAY.plusDays(1)).status()).isEqualTo(404);
        assertThat(postDays(mine, true)).containsExactly(DAY + "..");
    }
}
