package opencadre.benchmark;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import opencadre.local.Database;
import org.postgresql.PGConnection;

/**
 * The reference of lines 2 and 3: one flat table in a database of its own with everything that a line of a list shows,
 * indexed for each question, read by plain JDBC. It knows no scope, no second clock, no day and no audit.
 */
final class Flat {

    private static final String NAME = "flat";

    private static final List<String> MADE = List.of("CREATE EXTENSION IF NOT EXISTS pg_trgm", """
        CREATE TABLE IF NOT EXISTS flat (
            person_id uuid NOT NULL, name_key text COLLATE "vi-x-icu" NOT NULL, folded text COLLATE "C" NOT NULL,
            full_name text NOT NULL, sex text NOT NULL, birth text NOT NULL, title text NOT NULL, unit_id uuid NOT NULL,
            unit_name text NOT NULL, position bigint NOT NULL)
        """, "TRUNCATE flat");

    private static final List<String> INDEXED = List.of(
            "CREATE INDEX IF NOT EXISTS flat_list ON flat (name_key, person_id, position)",
            "CREATE INDEX IF NOT EXISTS flat_position ON flat (position)",
            "CREATE INDEX IF NOT EXISTS flat_folded ON flat USING gin (folded gin_trgm_ops)",
            "VACUUM ANALYZE flat");

    /** Folded with a blank before each word, so that the beginning of a word can be looked for. */
    private static final String READ = """
        COPY (SELECT i.id, p.name_key, ' ' || fold(i.full_name), i.full_name, i.sex, i.birth, a.title, a.unit_id, u.name,
                     n.lo
                FROM identity i
                JOIN assignment a ON a.person_id = i.id
                JOIN place p ON p.person_id = i.id AND p.source_id = a.id
                JOIN unit u ON u.id = a.unit_id
                JOIN unit_node n ON n.unit_id = a.unit_id
               ORDER BY i.id) TO STDOUT
        """;

    private Flat() {}

    /** What is looked for: beginnings of folded words, and positions of which one must hold. */
    record Question(List<String> words, List<Range> positions) {}

    /** A unit and all below it. */
    record Range(long lo, long hi) {}

    static void fill(House house) {
        Database flat = database(house);
        try (Connection source = house.superuser("personnel");
                Connection target = connect(flat);
                Statement statement = target.createStatement()) {
            for (String sql : MADE) {
                statement.execute(sql);
            }
            copy(source, target);
            for (String sql : INDEXED) {
                statement.execute(sql);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection source, Connection target) throws SQLException, IOException {
        try (PipedInputStream in = new PipedInputStream(1 << 20);
                PipedOutputStream out = new PipedOutputStream(in)) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                try (out) {
                    source.unwrap(PGConnection.class).getCopyAPI().copyOut(READ, out);
                } catch (SQLException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            target.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY flat FROM STDIN", in);
            reading.join();
        }
    }

    /** A connection on which statements are planned for the values they are given, which is the better plan here. */
    static Connection connect(House house) {
        try {
            Connection connection = connect(database(house));
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET plan_cache_mode = force_custom_plan");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Database flat) throws SQLException {
        return DriverManager.getConnection(flat.url(), flat.owner(), flat.ownerPassword());
    }

    private static Database database(House house) {
        return house.stack().postgres().ensureDatabase(NAME);
    }

    /** The statement of a page for questions of this form; every value is a parameter. */
    static String page(Question form) {
        List<String> conditions = new ArrayList<>();
        if (!form.positions().isEmpty()) {
            conditions.add("("
                    + String.join(
                            " OR ",
                            form.positions().stream()
                                    .map(range -> "position BETWEEN ? AND ?")
                                    .toList()) + ")");
        }
        form.words().forEach(word -> conditions.add("folded LIKE ?"));
        return "SELECT person_id, full_name, sex, birth, title, unit_id, unit_name FROM flat WHERE "
                + String.join(" AND ", conditions) + " ORDER BY name_key, person_id LIMIT 51";
    }

    /** The first 50 of a page, every column read. */
    static List<UUID> ask(PreparedStatement page, Question question) {
        try {
            int at = 1;
            for (Range range : question.positions()) {
                page.setLong(at++, range.lo());
                page.setLong(at++, range.hi());
            }
            for (String word : question.words()) {
                page.setString(at++, "% " + word + "%");
            }
            List<UUID> ids = new ArrayList<>(51);
            try (ResultSet rows = page.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                    for (int column = 2; column <= 7; column++) {
                        rows.getString(column);
                    }
                }
            }
            return ids.subList(0, Math.min(50, ids.size()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First and last word of the folded names of some people, for searches that find somebody. */
    static List<List<String>> searches(House house, List<Range> within, int count) {
        String where = within.isEmpty()
                ? "true"
                : String.join(
                        " OR ",
                        within.stream()
                                .map(range -> "position BETWEEN " + range.lo() + " AND " + range.hi())
                                .toList());
        List<List<String>> searches = new ArrayList<>();
        try (Connection connection = connect(house);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT folded FROM flat WHERE " + where + " ORDER BY md5(person_id::text) LIMIT " + count)) {
            while (rows.next()) {
                List<String> words = List.of(rows.getString(1).strip().split(" "));
                searches.add(List.of(words.getFirst(), words.getLast()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return searches;
    }
}
