package opencadre.benchmark.province;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Places;
import opencadre.local.Database;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts a province into personnel's database the fastest lawful way: what a row says is copied into a table of the
 * connection's own, and one statement per table makes of it what the use cases {@code UnitRegister.establish} and
 * {@code PersonRegister.register} write, in the same order: places and the dictionary of names, the person, numbers,
 * identity, post, and the state in the outbox, from where training and planning get their copies by the ordinary relay
 * and inbox.
 *
 * <p>Lawful, because nothing is switched off on the way. Constraints, generated columns and forced row-level security
 * stand; the owner works as the service itself does for a withdrawal or the inbox ({@code opencadre.system}), for
 * PostgreSQL copies into no table under row-level security, and so each row passes its policy in an INSERT. Positions
 * are looked up in {@code unit_node} under the lock that those who move units hold. {@code LoadedAsRegisteredIT} holds
 * loaded rows against registered ones, table by table. What it does not write is what belongs to a request and not to a
 * person: a row of the audit, for nobody has asked, and the remembered answer of the request.
 *
 * <p>Errors: {@link IllegalStateException} with what the database says; batches before the failed one stay.
 */
public final class Loading implements AutoCloseable {

    private static final int BATCH = 20_000;
    private static final String BY = "benchmark";
    private static final String REASON = "Đăng ký hồ sơ";
    private static final String LOCK_UNITS = "SELECT pg_advisory_xact_lock(x'0c0d'::int)";
    private static final String LOCK_PLACES = "SELECT pg_advisory_xact_lock_shared(x'0c0d'::int)";

    private static final String LOADED_UNIT = """
        CREATE TEMPORARY TABLE loaded_unit (
            ordinal integer, id uuid, tree smallint, parent_id uuid, lo bigint, hi bigint, name text, type text,
            agency_code text, since date, instrument text, at timestamptz, payload text)
        """;

    private static final String ROOTS = """
        INSERT INTO unit_root (id, tree, agency_code, revision, recorded_at)
        SELECT id, tree, agency_code, 1, at FROM loaded_unit ORDER BY ordinal
        """;

    private static final String UNITS = """
        INSERT INTO unit (id, valid, name, type, parent_id, instrument, recorded_from)
        SELECT id, daterange(since, NULL), name, type, parent_id, instrument, at FROM loaded_unit ORDER BY ordinal
        """;

    private static final String NODES = """
        INSERT INTO unit_node (unit_id, tree, parent_id, lo, hi)
        SELECT id, tree, parent_id, lo, hi FROM loaded_unit ORDER BY ordinal
        """;

    private static final String UNITS_TOLD = """
        INSERT INTO outbox (topic, key, revision, type, payload)
        SELECT 'personnel.unit.v1', id::text, 1, 'personnel.unit.established', payload FROM loaded_unit ORDER BY ordinal
        """;

    private static final String LOADED_PERSON = """
        CREATE TEMPORARY TABLE loaded_person (
            ordinal integer, id uuid, assignment_id uuid, full_name text, name_key text COLLATE "C", sex text,
            birth text, file_number text, id_number text, unit_id uuid, tree smallint, title text, scope smallint,
            since date, today date, reason text, account text, at timestamptz, payload text)
        """;

    private static final String PLACES = """
        INSERT INTO place (person_id, source_id, unit_id, position, scope, class, valid_from, name_key)
        SELECT p.id, s.source_id, p.unit_id, coalesce(n.lo, -1), p.scope, 0, s.valid_from, p.name_key
          FROM loaded_person p
          LEFT JOIN unit_node n ON n.unit_id = p.unit_id
         CROSS JOIN LATERAL (VALUES (p.id, p.today), (p.assignment_id, p.since)) AS s (source_id, valid_from)
         ORDER BY p.ordinal
        """;

    private static final String PEOPLE = """
        INSERT INTO person (id, revision, recorded_at, custody_unit, custody_scope, custody_from)
        SELECT id, 1, at, unit_id, scope, today FROM loaded_person ORDER BY ordinal
        """;

    private static final String FILE_NUMBERS = """
        INSERT INTO file_number (person_id, number, reason, recorded_by, recorded_from)
        SELECT id, file_number, reason, account, at FROM loaded_person ORDER BY ordinal
        """;

    private static final String ID_NUMBERS = """
        INSERT INTO id_number (person_id, number, reason, recorded_by, recorded_from)
        SELECT id, id_number, reason, account, at FROM loaded_person ORDER BY ordinal
        """;

    private static final String IDENTITIES = """
        INSERT INTO identity (id, valid, full_name, sex, birth, reason, recorded_by, recorded_from)
        SELECT id, daterange('1900-01-01', NULL), full_name, sex, birth, reason, account, at
          FROM loaded_person ORDER BY ordinal
        """;

    private static final String POSTS = """
        INSERT INTO assignment (id, person_id, valid, unit_id, tree, title, scope, concurrent, acting, reason,
                                recorded_by, recorded_from)
        SELECT assignment_id, id, daterange(since, NULL), unit_id, tree, title, scope, false, false, reason, account, at
          FROM loaded_person ORDER BY ordinal
        """;

    private static final String WORDS = """
        INSERT INTO name_word (word)
        SELECT DISTINCT own.word FROM loaded_person, unnest(string_to_array(name_key, ' ')) AS own (word)
         WHERE NOT EXISTS (SELECT FROM name_word known WHERE known.word = own.word)
         ORDER BY own.word
            ON CONFLICT DO NOTHING
        """;

    private static final String WORDS_OF_PEOPLE = """
        INSERT INTO person_word (word_id, person_id)
        SELECT DISTINCT w.id, p.id
          FROM loaded_person p, unnest(string_to_array(p.name_key, ' ')) AS own (word)
          JOIN name_word w ON w.word = own.word
        """;

    private static final String PEOPLE_TOLD = """
        INSERT INTO outbox (topic, key, revision, type, payload)
        SELECT 'personnel.person.v1', id::text, 1, 'personnel.person.registered', payload
          FROM loaded_person ORDER BY ordinal
        """;

    private final Connection connection;
    private final Clock clock;
    private final LocalDate today;

    /**
     * @param personnel the database of personnel
     * @param today the legal day, on which the units of the posts take custody
     */
    public Loading(Database personnel, Clock clock, LocalDate today) {
        this.clock = clock;
        this.today = today;
        try {
            connection = DriverManager.getConnection(personnel.url(), personnel.owner(), personnel.ownerPassword());
            connection.setAutoCommit(false);
            execute("SELECT set_config('opencadre.system', 'on', false)", LOADED_UNIT, LOADED_PERSON);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Establishes every unit, in one transaction. */
    public void units(Province province) {
        String at = now();
        Copy copy = new Copy("loaded_unit");
        int ordinal = 0;
        for (GeneratedUnit unit : province.units()) {
            copy.row(
                    ordinal++,
                    unit.id(),
                    unit.tree().ordinal(),
                    unit.parentId(),
                    unit.lo(),
                    unit.hi(),
                    unit.name(),
                    unit.type(),
                    unit.agencyCode(),
                    Province.FOUNDED,
                    Province.INSTRUMENT,
                    at,
                    Events.established(unit, Instant.parse(at)));
        }
        copy.end();
        record("loaded_unit", LOCK_UNITS, ROOTS, UNITS, NODES, UNITS_TOLD);
    }

    /** Registers every person, 20,000 in a transaction, and lets the planner know how many there are. */
    public void people(Province province) {
        Batch batch = new Batch();
        province.eachPerson(batch::add);
        batch.end();
        analyse();
    }

    /** What autovacuum would do a minute later; a load is no time to wait for it. */
    private void analyse() {
        try {
            connection.commit();
            connection.setAutoCommit(true);
            execute("VACUUM (ANALYZE) place, person, identity, assignment, name_word, person_word, unit, unit_node");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Batch {

        private @Nullable Copy copy;
        private String at = "";
        private int size;

        void add(GeneratedPerson person) {
            if (copy == null) {
                copy = new Copy("loaded_person");
                at = now();
            }
            copy.row(
                    size++,
                    person.id(),
                    person.assignmentId(),
                    person.fullName(),
                    Places.nameKey(person.fullName()),
                    person.sex(),
                    person.birth(),
                    person.fileNumber(),
                    person.idNumber(),
                    person.unit().id(),
                    person.unit().tree().ordinal(),
                    person.title(),
                    person.scope().ordinal(),
                    person.since(),
                    today,
                    REASON,
                    BY,
                    at,
                    Events.registered(person, today, Instant.parse(at)));
            if (size == BATCH) {
                end();
            }
        }

        void end() {
            if (copy != null) {
                copy.end();
                copy = null;
                size = 0;
                record(
                        "loaded_person",
                        LOCK_PLACES,
                        PLACES,
                        PEOPLE,
                        FILE_NUMBERS,
                        ID_NUMBERS,
                        IDENTITIES,
                        POSTS,
                        WORDS,
                        WORDS_OF_PEOPLE,
                        PEOPLE_TOLD);
            }
        }
    }

    private void record(String staging, String... statements) {
        execute(statements);
        execute("TRUNCATE " + staging);
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Microseconds are what the database keeps. */
    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows on their way into a table, in PostgreSQL's text format. */
    private final class Copy {

        private final CopyIn copy;

        Copy(String table) {
            try {
                copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void row(@Nullable Object... values) {
            byte[] line = Stream.of(values)
                    .map(Copy::text)
                    .collect(Collectors.joining("\t", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
            try {
                copy.writeToCopy(line, 0, line.length);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void end() {
            try {
                copy.endCopy();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String text(@Nullable Object value) {
            return value == null
                    ? "\\N"
                    : value.toString()
                            .replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r");
        }
    }
}
