package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import opencadre.kit.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL walks through 30,000 places for one clerk, as the application role under forced row-level security.
 */
class PlacePlansIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final UUID COMMUNE = new UUID(0, 50);

    /** One commune of a hundred, with 300 of 30,000 people. */
    private static final Actor CLERK = new Actor(
            "clerk",
            "clerk",
            "Clerk",
            1,
            "person.read",
            Set.of(),
            List.of(),
            Reach.of(List.of(new Reach.Opening(5_000, 5_099, List.of(), 0))),
            TODAY);

    private static final UUID PROVINCE = new UUID(1, 0);

    /** The same for everything in every scope. */
    private static final Actor OFFICER = new Actor(
            "officer",
            "officer",
            "Officer",
            1,
            "person.read",
            Set.of(),
            List.of(),
            Reach.of(List.of(new Reach.Opening(0, 9_999, List.of(), 1))),
            TODAY);

    @BeforeAll
    static void settle() {
        DATABASE.work().asSystem("test", () -> {
            DSLContext db = DATABASE.db();
            db.execute("""
                INSERT INTO unit_node (unit_id, tree, parent_id, lo, hi)
                SELECT ('00000000-0000-0000-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, NULL, n * 100, n * 100 + 99
                  FROM generate_series(0, 99) AS n
                """);
            db.execute("""
                INSERT INTO place (person_id, source_id, unit_id, position, scope, class, valid_from, name_key)
                SELECT gen_random_uuid(), gen_random_uuid(), unit_id, lo, n % 8, 0, DATE '2025-07-01',
                       'an nguyễn văn ' || n
                  FROM unit_node, generate_series(1, 300) AS n
                """);
            db.execute("INSERT INTO unit_node (unit_id, tree, lo, hi) VALUES (?, 1, 0, 9999)", PROVINCE);
            db.execute("INSERT INTO name_word (word) VALUES ('an'), ('nguyễn'), ('văn'), ('khải')");
            db.execute("""
                INSERT INTO person_word (word_id, person_id)
                SELECT id, person_id FROM name_word, place WHERE word <> 'khải'
                """);
            return null;
        });
        DATABASE.asOwner("ANALYZE");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aPageOfAClerkReadsNoWholeTable() {
        assertThat(plans(db -> places(db).page(CLERK, new Places.Query(null, null), null, 50)))
                .noneMatch(plan -> plan.contains("Seq Scan on place"));
        assertThat(plans(db -> places(db).page(CLERK, new Places.Query(null, COMMUNE), null, 50)))
                .noneMatch(plan -> plan.contains("Seq Scan on place"));
    }

    @Test
    void aCountOfAClerkReadsNoWholeTable() {
        assertThat(plans(db -> places(db).count(CLERK, new Places.Query(null, null))))
                .noneMatch(plan -> plan.contains("Seq Scan on place"));
    }

    @Test
    void oneByIdAndASearchReadNoWholeTable() {
        assertThat(plans(db -> places(db).isVisible(CLERK, UUID.randomUUID())))
                .noneMatch(plan -> plan.contains("Seq Scan on place"));
        assertThat(plans(db -> places(db).page(CLERK, new Places.Query("khai", null), null, 50)))
                .noneMatch(plan -> plan.contains("Seq Scan on person_word"))
                .noneMatch(plan -> plan.contains("Seq Scan on place"));
    }

    @Test
    void aPageOfMostPlacesWalksDownTheListAndSortsNothing() {
        for (Places.Query query : List.of(
                new Places.Query(null, null),
                new Places.Query(null, PROVINCE),
                new Places.Query("nguyen", null),
                new Places.Query("nguyen", PROVINCE))) {
            assertThat(plansOf(OFFICER, db -> places(db).page(OFFICER, query, null, 51)))
                    .as(query.toString())
                    .anyMatch(plan -> plan.contains("using place_list on place"))
                    .noneMatch(plan -> plan.contains("on place") && plan.contains("Sort  "));
        }
    }

    /** In a plan that is kept for other values a cast in the condition would read its text for each row. */
    @Test
    void theReachIsReadInAQueryOfItsOwn() {
        for (Places.Query query : List.of(new Places.Query(null, null), new Places.Query("nguyen", COMMUNE))) {
            assertThat(plans(db -> places(db).page(CLERK, query, null, 51)))
                    .anyMatch(plan -> plan.contains("(fence <@ (InitPlan"))
                    .noneMatch(plan -> plan.contains("int8multirange"));
        }
        assertThat(plans(db -> places(db).isVisible(CLERK, UUID.randomUUID())))
                .noneMatch(plan -> plan.contains("int8multirange"));
    }

    @Test
    void noPolicyCallsAFunctionForEachRowAboutAPerson() {
        assertThat(DATABASE.work()
                        .asSystem(
                                "test",
                                () -> DATABASE.db()
                                        .fetch("SELECT tablename FROM pg_policies WHERE qual LIKE '%person_visible(%'")
                                        .getValues(0)))
                .isEmpty();
    }

    @Test
    void aQueryThatDoesWouldBeSeen() {
        assertThat(plans(db -> db.fetch("SELECT count(*) FROM place WHERE name_key LIKE '%x%'")))
                .anyMatch(plan -> plan.contains("Seq Scan on place"));
    }

    /** The plans of every query that some work sends. */
    private static List<String> plans(Consumer<DSLContext> work) {
        return plansOf(CLERK, work);
    }

    private static List<String> plansOf(Actor actor, Consumer<DSLContext> work) {
        List<Query> sent = new ArrayList<>();
        DSLContext listening =
                DSL.using(DATABASE.db().configuration().deriveAppending((org.jooq.ExecuteListenerProvider)
                        () -> new Noting(sent)));
        return DATABASE.work().as(actor, () -> {
            work.accept(listening);
            return List.copyOf(sent).stream()
                    .map(query -> DATABASE.db().explain(query).plan())
                    .toList();
        });
    }

    private static Places places(DSLContext db) {
        return new Places(db, Places.Fences.BOTH);
    }

    private static final class Noting implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        private final transient List<Query> sent;

        Noting(List<Query> sent) {
            this.sent = sent;
        }

        @Override
        public void start(ExecuteContext context) {
            Query query = context.query();
            if (query != null) {
                sent.add(query);
            }
        }
    }
}
