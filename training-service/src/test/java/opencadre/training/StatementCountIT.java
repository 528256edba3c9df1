package opencadre.training;

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

/** A list costs the same number of statements whether it shows two certificates or thirty. */
class StatementCountIT extends EnrolmentRequests {

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
    void aDossierAndWhatWaitsCostTheSameHoweverMuchThereIs() {
        UUID person = published("Bùi Văn Đếm", COMMUNE);
        IntStream.range(0, 2).forEach(i -> entered(person));
        int two = statements.of(() -> as(CLERK).get(of(person)));
        int twoWait = statements.of(() -> as(CLERK).get(WORK));
        IntStream.range(0, 28).forEach(i -> entered(person));

        int thirty = statements.of(() -> assertThat(listed(CLERK, person)).hasSize(30));
        int thirtyWait = statements.of(() -> assertThat(waiting(CLERK)).hasSize(30));

        assertThat(thirty).isEqualTo(two);
        assertThat(thirtyWait).isEqualTo(twoWait);
        // Grants, the settings of the request, visible, certificates, audit; for work the grants again, and names.
        assertThat(thirty).isLessThanOrEqualTo(5);
        assertThat(thirtyWait).isLessThanOrEqualTo(6);
    }

    @Test
    void whatSomebodyStudiedToo() {
        UUID person = published("Bùi Văn Lớp", COMMUNE);
        for (int i = 0; i < 2; i++) {
            enrol(TRAINER, person, with(intermediate(), "name", "Lớp " + i));
        }
        int two = statements.of(() -> as(CLERK).get(studies(person)));
        for (int i = 2; i < 12; i++) {
            enrol(TRAINER, person, with(intermediate(), "name", "Lớp " + i));
        }

        int twelve = statements.of(() -> assertThat(studied(CLERK, person, "")).hasSize(12));

        assertThat(twelve).isEqualTo(two);
        // Grants, the settings of the request, visible, studies, their revision, audit, names of units.
        assertThat(twelve).isLessThanOrEqualTo(7);
    }
}
