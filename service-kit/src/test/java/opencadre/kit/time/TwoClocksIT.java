package opencadre.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import opencadre.kit.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Random histories of corrections, splits and voids, held against a plain log that is read from its end. */
class TwoClocksIT {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 25);
    private static final Instant FIRST_INSTANT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 10;
    private static final int INSTANTS = 8;

    private static final Field<UUID> ID = field(name("fact", "id"), UUID.class);
    private static final Field<String> WORD = field(name("fact", "word"), String.class);
    private static final Field<String> VALID =
            field("fact.valid::text", String.class).as("days");
    private static final Field<OffsetDateTime> FROM = field(name("fact", "recorded_from"), OffsetDateTime.class);
    private static final TestDatabase DATABASE = databaseWithFacts();
    private static final Table<?> FACT = DATABASE.db().meta().getTables("fact").getFirst();

    private static TestDatabase databaseWithFacts() {
        TestDatabase database = TestDatabase.create();
        database.asOwner("""
            CREATE TABLE fact (id uuid NOT NULL, word text NOT NULL, valid daterange NOT NULL,
              recorded_from timestamptz NOT NULL,
              valid_from date GENERATED ALWAYS AS (lower(valid)) STORED,
              PRIMARY KEY (id, valid WITHOUT OVERLAPS));
            CREATE TABLE fact_past (id uuid NOT NULL, word text NOT NULL, valid daterange NOT NULL,
              valid_from date GENERATED ALWAYS AS (lower(valid)) STORED,
              recorded tstzrange NOT NULL, ended_because text NOT NULL,
              EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&));
            """);
        database.asOwner("GRANT SELECT, INSERT, UPDATE, DELETE ON fact, fact_past TO "
                + database.database().app());
        return database;
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    /** One entry of the log: from this moment on the word (or nothing) is believed over the period. */
    record Entry(
            int fact,
            int moment,
            int from,
            int length,
            @Nullable String word) {

        boolean covers(int ofFact, int day) {
            return fact == ofFact && from <= day && (length == 0 || day < from + length);
        }

        Period period() {
            return new Period(day(from), length == 0 ? null : day(from + length));
        }
    }

    @Provide
    Arbitrary<List<Entry>> histories() {
        Arbitrary<Entry> entry = Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, INSTANTS - 1),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c").injectNull(0.3))
                .as(Entry::new);
        return entry.list().ofMinSize(1).ofMaxSize(14).map(entries -> {
            List<Entry> inOrder = new ArrayList<>(entries);
            inOrder.sort(java.util.Comparator.comparingInt(Entry::moment));
            return inOrder;
        });
    }

    @Property(tries = 150)
    void everyDayIsReadAsItWasBelievedAtEveryInstant(@ForAll("histories") List<Entry> history) {
        DSLContext db = DATABASE.db();
        List<UUID> facts = List.of(UUID.randomUUID(), UUID.randomUUID());
        TwoClocks clocks = new TwoClocks(db);
        DATABASE.work().asSystem("test", () -> {
            for (Entry entry : history) {
                UUID id = facts.get(entry.fact());
                clocks.supersede(FACT, id, entry.period(), instant(entry.moment()), "test");
                if (entry.word() != null) {
                    db.execute(
                            "INSERT INTO fact (id, word, valid, recorded_from) VALUES (?, ?, ?::daterange,"
                                    + " ?::timestamptz)",
                            id,
                            entry.word(),
                            entry.period().toRange(),
                            instant(entry.moment()).atOffset(ZoneOffset.UTC));
                }
            }
            for (int moment = 0; moment < INSTANTS; moment++) {
                for (int fact = 0; fact < 2; fact++) {
                    assertThat(believed(db, facts.get(fact), instant(moment)))
                            .as("fact %d as known at moment %d", fact, moment)
                            .isEqualTo(logged(history, fact, moment));
                    assertThat(remembered(db, facts.get(fact), instant(moment)))
                            .as("every belief in fact %d, those of moment %d", fact, moment)
                            .isEqualTo(logged(history, fact, moment));
                }
            }
            for (int fact = 0; fact < 2; fact++) {
                assertThat(believed(db, facts.get(fact), null)).isEqualTo(logged(history, fact, INSTANTS));
            }
            return null;
        });
    }

    /** The word of each day; the last day stands for all that follow. */
    private static Map<Integer, String> logged(List<Entry> history, int fact, int moment) {
        Map<Integer, String> words = new TreeMap<>();
        for (int day = 0; day <= DAYS + 6; day++) {
            for (Entry entry : history) {
                if (entry.moment() <= moment && entry.covers(fact, day)) {
                    if (entry.word() == null) {
                        words.remove(day);
                    } else {
                        words.put(day, entry.word());
                    }
                }
            }
        }
        return words;
    }

    private static Map<Integer, String> believed(DSLContext db, UUID id, @Nullable Instant knownAt) {
        return words(db.select(asterisk(), VALID)
                .from(TwoClocks.known(FACT, knownAt))
                .where(ID.eq(id))
                .fetch());
    }

    /** The same out of every belief there ever was. */
    private static Map<Integer, String> remembered(DSLContext db, UUID id, Instant at) {
        return words(db.select(asterisk(), VALID).from(TwoClocks.ever(FACT)).where(ID.eq(id)).stream()
                .filter(row -> {
                    Instant to = TwoClocks.recordedTo(row);
                    assertThat(TwoClocks.endedBecause(row)).isEqualTo(to == null ? null : "test");
                    return !row.get(FROM).toInstant().isAfter(at) && (to == null || at.isBefore(to));
                })
                .toList());
    }

    private static Map<Integer, String> words(List<? extends Record> rows) {
        Map<Integer, String> words = new TreeMap<>();
        for (Record row : rows) {
            for (int day = 0; day <= DAYS + 6; day++) {
                if (period(row.get(VALID)).contains(day(day))) {
                    assertThat(words.put(day, row.get(WORD)))
                            .as("one belief a day")
                            .isNull();
                }
            }
        }
        return words;
    }

    private static Period period(String range) {
        String[] bounds = range.substring(1, range.length() - 1).split(",", -1);
        return new Period(LocalDate.parse(bounds[0]), bounds[1].isEmpty() ? null : LocalDate.parse(bounds[1]));
    }

    private static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number);
    }

    private static Instant instant(int number) {
        return FIRST_INSTANT.plusSeconds(number);
    }
}
