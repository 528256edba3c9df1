package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.service.StatementCount;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** A page costs the same number of statements whether it shows two people or forty. */
// As a house that lives by the calendar: one whose day may be moved asks for it at every request.
@TestPropertySource(properties = "opencadre.legal-day-moves=false")
class StatementCountIT extends DecisionRequests {

    @TestConfiguration
    static class Counting {

        @Bean
        StatementCount statementCount() {
            return new StatementCount();
        }

        @Bean
        ExecuteListenerProvider counting(StatementCount count) {
            return new DefaultExecuteListenerProvider(count);
        }
    }

    @Autowired
    private StatementCount statements;

    @Test
    void aListAndADossierCostTheSameHoweverManyThereAre() {
        String first = registered(CLERK, "Bùi Văn Một", COMMUNE);
        registered(CLERK, "Bùi Văn Hai", COMMUNE);
        int two = statements.of(() -> as(CLERK).get(PEOPLE));
        int dossier = statements.of(() -> as(CLERK).get(PEOPLE + "/" + first));
        IntStream.range(0, 38).forEach(i -> registered(CLERK, "Bùi Văn Nhiều", COMMUNE));

        int forty = statements.of(() ->
                assertThat(as(CLERK).get(PEOPLE).body().path("items").size()).isEqualTo(40));

        assertThat(forty).isEqualTo(two);
        // Grants, the settings of the request, page, lines, names of units, audit.
        assertThat(forty).isLessThanOrEqualTo(8);
        assertThat(dossier).isLessThanOrEqualTo(9);
        assertThat(statements.of(() -> as(CLERK).get(PEOPLE + "/count"))).isLessThanOrEqualTo(4);
    }

    @Test
    void aPageOfSeatsCostsTheSameHoweverManyThereAreAndAreHeld() {
        UUID unit = NEIGHBOUR;
        String first = seat(unit);
        int one = statements.of(() -> as(OTHER_CLERK).get(SEATS + "?limit=200&unitId=" + unit));
        String person = registered(OTHER_CLERK, "Bùi Văn Ghế", NEIGHBOUR);
        addPost(OTHER_CLERK, person, 1, inSeat(first, "2026-01-01"));
        IntStream.range(0, 20).forEach(i -> seat(unit));

        int many = statements.of(() -> as(OTHER_CLERK).get(SEATS + "?limit=200&unitId=" + unit));

        assertThat(many).isEqualTo(one);
        assertThat(many).isLessThanOrEqualTo(8);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(PEOPLE + "/" + person + "/conduct")))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void aPageOfDecisionsAndOfWorkCostsTheSameHoweverManyThereAre() {
        String person = registered(OTHER_CLERK, "Bùi Văn Giấy", NEIGHBOUR);
        var content = content("APPOINT", java.util.List.of(starting(person, seat(NEIGHBOUR))));
        draft(OFFICER, content);
        int page = statements.of(() -> as(OTHER_CLERK).get(DECISIONS + "?limit=200"));
        int work = statements.of(() -> as(OTHER_CLERK).get(WORK));
        IntStream.range(0, 10).forEach(i -> draft(OFFICER, content));

        assertThat(statements.of(() -> as(OTHER_CLERK).get(DECISIONS + "?limit=200")))
                .isEqualTo(page);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(WORK))).isEqualTo(work);
        assertThat(page).isLessThanOrEqualTo(9);
        assertThat(work).isLessThanOrEqualTo(9);
    }
}
