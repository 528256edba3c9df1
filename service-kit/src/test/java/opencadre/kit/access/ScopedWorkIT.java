package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScopedWorkIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Actor READER = new Actor(
            "reader",
            "reader",
            "Reader",
            1,
            "person.read",
            Set.of("person.read"),
            List.of(),
            Reach.of(List.of()),
            LocalDate.of(2026, 11, 24));

    private final ScopedWork work = DATABASE.work();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anAnswerOfTwoStatementsIsOfOneMoment() {
        DATABASE.asOwner(
                "CREATE TABLE fact (revision int); INSERT INTO fact VALUES (1); GRANT SELECT ON fact TO PUBLIC");

        List<Integer> seen = work.read(READER, () -> {
            int first = revision();
            DATABASE.asOwner("UPDATE fact SET revision = 2");
            return List.of(first, revision());
        });

        assertThat(seen).containsExactly(1, 1);
        assertThat(work.<Integer>read(READER, this::revision)).isEqualTo(2);
    }

    @Test
    void aPooledConnectionForgetsWhoAsked() {
        work.read(READER, () -> "");

        assertThat(DATABASE.db()
                        .fetchSingle("SELECT current_setting('opencadre.actor', true)")
                        .get(0, String.class))
                .isNullOrEmpty();
        assertThat(DATABASE.db().fetchSingle("SHOW transaction_isolation").get(0, String.class))
                .isEqualTo("read committed");
    }

    @Test
    void aQuestionBeyondTheFenceEndsWithItsAnswer() {
        List<String> system = work.read(READER, () -> {
            String before = setting();
            String within = work.unfenced(ScopedWorkIT::setting);
            return List.of(before, within, setting());
        });

        assertThat(system).containsExactly("off", "on", "off");
    }

    private static String setting() {
        return DATABASE.db()
                .fetchSingle("SELECT current_setting('opencadre.system', true)")
                .get(0, String.class);
    }

    private int revision() {
        return DATABASE.db().fetchSingle("SELECT revision FROM fact").get(0, Integer.class);
    }
}
