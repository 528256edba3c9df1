package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import opencadre.kit.service.StatementCount;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A page costs the same number of statements however much it shows. */
class StatementCountIT extends ProcedureRequests {

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
    void seatsPlansAndVerdictsCostTheSameHoweverMuchThereIs() {
        planned(published("Bùi Văn Một").id, chair);
        List<Integer> few = costs();

        List<UUID> seats = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> {
            UUID seat = UUID.randomUUID();
            Official.seat(seat, COMMUNE, "X" + code(seat), 40, 1);
            new Official("Bùi Văn Giữ " + i, COMMUNE)
                    .post(UUID.randomUUID(), seat, "2023-01-01", null)
                    .send();
            seats.add(seat);
        });
        await(() -> seats.stream()
                .allMatch(seat -> as(OFFICER)
                                .get(SEATS + "/" + seat)
                                .body()
                                .path("holders")
                                .size()
                        == 1));
        planned(published("Bùi Văn Hai").id, chair);
        planned(published("Bùi Văn Ba").id, chair);

        assertThat(costs()).isEqualTo(few);
        assertThat(few).allSatisfy(cost -> assertThat(cost).isLessThanOrEqualTo(18));
    }

    private List<Integer> costs() {
        List<IntSupplier> pages = List.of(
                () -> cost(SEATS + "?limit=200&unitId=" + COMMUNE),
                () -> cost(SEATS + "?limit=200&vacantBy=2040-01-01"),
                () -> cost(SEATS + "/" + chair),
                () -> cost(SEATS + "/" + chair + "/verdicts"),
                () -> cost(PLANS + "?limit=200"),
                () -> cost(PROCEDURES + "?limit=200"),
                () -> cost(WORK));
        return pages.stream().map(IntSupplier::getAsInt).toList();
    }

    private int cost(String path) {
        return statements.of(() -> assertThat(as(CLERK).get(path).status()).isEqualTo(200));
    }
}
