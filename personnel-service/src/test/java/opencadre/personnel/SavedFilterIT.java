package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Servers;
import opencadre.kit.service.Tokens;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Filters that an account keeps of the list of people. */
class SavedFilterIT extends RunningService {

    private static final String FILTERS = "/api/personnel/saved-filters";

    @Autowired
    private ScopedWork work;

    @Autowired
    private DSLContext db;

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void takeThemAway() {
        for (String username : List.of(CLERK, OTHER_CLERK)) {
            as(username)
                    .get(FILTERS)
                    .body()
                    .path("items")
                    .forEach(item -> as(username)
                            .ask("POST", FILTERS + "/" + item.path("id").asString() + "/remove", null));
        }
    }

    private Caller.Answer put(String username, String filter, String name, String query) {
        return as(username).ask("PUT", FILTERS + "/" + filter, Map.of("name", name, "query", query));
    }

    private List<String> names(String username) {
        return as(username)
                .get(FILTERS)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    @Test
    void aFilterIsKeptRenamedAndTakenAway() {
        assertThat(put(CLERK, id, " Họ Nông ", "q=n%C3%B4ng").status()).isEqualTo(200);
        assertThat(put(CLERK, UUID.randomUUID().toString(), "Đơn vị", "unit=" + COMMUNE)
                        .status())
                .isEqualTo(200);
        assertThat(names(CLERK)).containsExactly("Đơn vị", "Họ Nông");

        assertThat(put(CLERK, id, "Người họ Nông", "q=n%C3%B4ng")
                        .body()
                        .path("items")
                        .path(1)
                        .path("name")
                        .asString())
                .isEqualTo("Người họ Nông");
        assertThat(as(CLERK).ask("POST", FILTERS + "/" + id + "/remove", null).status())
                .isEqualTo(200);
        assertThat(names(CLERK)).containsExactly("Đơn vị");
        assertThat(as(CLERK).ask("POST", FILTERS + "/" + id + "/remove", null).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldAndNothingIsKept() {
        put(CLERK, id, "Một", "q=a");

        Caller.Answer wrong = put(CLERK, UUID.randomUUID().toString(), "một", "asOf=2025-01-01");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.codes()).containsExactlyInAnyOrder("saved-filter-name-taken", "saved-filter-not-of-the-list");
        assertThat(put(CLERK, id, "", "q=a").status()).isEqualTo(400);
        assertThat(names(CLERK)).containsExactly("Một");
    }

    @Test
    void anotherAccountHasItsOwnUnderTheSameIdAndNeverMeetsThis() {
        put(CLERK, id, "Của tôi", "q=a");

        assertThat(names(OTHER_CLERK)).isEmpty();
        assertThat(as(OTHER_CLERK)
                        .ask("POST", FILTERS + "/" + id + "/remove", null)
                        .status())
                .isEqualTo(404);
        assertThat(put(OTHER_CLERK, id, "Của tôi", "q=b").status()).isEqualTo(200);
        assertThat(as(CLERK)
                        .get(FILTERS)
                        .body()
                        .path("items")
                        .path(0)
                        .path("query")
                        .asString())
                .isEqualTo("q=a");
    }

    @Test
    void theDatabaseHoldsTheAccountsApartAlone() {
        put(CLERK, id, "Của tôi", "q=a");
        String account = Tokens.subject(Tokens.of(CLERK, "personnel"));

        assertThat(seenBy(account)).isEqualTo(1);
        assertThat(seenBy(Tokens.subject(Tokens.of(OTHER_CLERK, "personnel")))).isZero();
        assertThat(Servers.asSuperuser(url(), "SELECT name FROM saved_filter WHERE id = '" + id + "'"))
                .containsExactly("Của tôi");
    }

    /** Asked without the service's own question for the account. */
    private long seenBy(String account) {
        Actor actor = new Actor(
                account,
                "somebody",
                "Somebody",
                1,
                "person.read",
                Set.of(),
                List.of(),
                Reach.NOTHING,
                LocalDate.of(2026, 1, 1));
        return work.read(
                actor,
                () -> db.fetchSingle("SELECT count(*) FROM saved_filter WHERE id = ?", UUID.fromString(id))
                        .get(0, Long.class));
    }
}
