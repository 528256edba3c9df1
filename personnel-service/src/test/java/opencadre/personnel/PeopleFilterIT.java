package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of people narrowed by the number of a dossier and by the title of a seat. */
class PeopleFilterIT extends PersonRequests {

    private final String run =
            "TN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final String word = "Loc" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private String first = "";
    private String second = "";

    @BeforeEach
    void register() {
        first = numbered("041");
        second = numbered("042");
    }

    private String numbered(String number) {
        Caller.Answer answer = register(CLERK, with(person("Chu " + word, COMMUNE), "fileNumber", run + "-" + number));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    @Test
    void byTheBeginningOfTheNumberOfADossier() {
        assertThat(listed(CLERK, "?q=" + run + "-04")).containsExactlyInAnyOrder(first, second);
        assertThat(listed(CLERK, "?q=" + run.toLowerCase(java.util.Locale.ROOT) + "-042"))
                .containsExactly(second);
        assertThat(listed(CLERK, "?q=%25-042")).isEmpty();
        assertThat(listed(OTHER_CLERK, "?q=" + run + "-04")).isEmpty();
    }

    @Test
    void byTheTitleOfASeatThatIsHeldOnTheDay() {
        String seat = seat(COMMUNE);
        assertThat(addPost(CLERK, second, 1, inSeat(seat, "2026-02-01")).status())
                .isEqualTo(201);

        assertThat(listed(CLERK, "?title=T_THU&q=" + word)).containsExactly(second);
        assertThat(listed(CLERK, "?title=T_THU&asOf=2026-01-31&q=" + word)).isEmpty();
        assertThat(listed(CLERK, "?title=T_KHONG&q=" + word)).isEmpty();
        assertThat(as(CLERK)
                        .get(PEOPLE + "/count?title=T_THU&q=" + word)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(as(CLERK)
                        .get(PEOPLE + "/facets?title=T_THU&q=" + word)
                        .body()
                        .path("sex")
                        .path(0)
                        .path("people")
                        .asInt())
                .isEqualTo(1);
        assertThat(listed(OTHER_CLERK, "?title=T_THU&q=" + word)).isEmpty();
    }

    private List<String> listed(String username, String query) {
        Caller.Answer answer = as(username).get(PEOPLE + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(person -> person.path("id").asString())
                .toList();
    }
}
