package opencadre.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import opencadre.demo.Officer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Line 8 in the whole house: an officer corrects people through the gateway at an even pace, each another one; how long
 * from the moment when personnel's transaction has committed until that of the copy has, by PostgreSQL's own note of
 * both. No clock of ours is in between.
 */
final class FollowBenchmark {

    private static final List<Integer> PER_SECOND = List.of(20, 100);
    private static final int SECONDS = 15;
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> NOTED = Map.of(
            "personnel",
            "SELECT id::text, revision, pg_xact_commit_timestamp(xmin) FROM person WHERE id::text = ANY (?)",
            "training",
            "SELECT key, revision, pg_xact_commit_timestamp(xmin) FROM inbox WHERE topic = 'personnel.person.v1'"
                    + " AND key = ANY (?)",
            "planning",
            "SELECT key, revision, pg_xact_commit_timestamp(xmin) FROM inbox WHERE topic = 'personnel.person.v1'"
                    + " AND key = ANY (?)");

    private final House house;

    FollowBenchmark(House house) {
        this.house = house;
    }

    /** Somebody as on record, to be recorded just so again. */
    private record Standing(String id, long revision, String fullName, String sex, String birth) {

        String body() {
            return JsonMapper.shared()
                    .writeValueAsString(
                            Map.of("fullName", fullName, "sex", sex, "birth", birth, "reason", "Đo tốc độ"));
        }
    }

    /** The revision of a person somewhere, and when it was committed. */
    private record Committed(long revision, Instant at) {}

    void run() {
        Officer officer = house.signedIn(House.PROVINCE_OFFICER);
        run(officer, 50, false);
        PER_SECOND.forEach(perSecond -> run(officer, perSecond, true));
    }

    private void run(Officer officer, int perSecond, boolean printed) {
        List<Standing> people = some(perSecond * SECONDS);
        double took = correct(officer, people, perSecond);
        Map<String, Committed> owned = noted("personnel", people);
        for (String copy : List.of("training", "planning")) {
            double[] millis = arrived(copy, people).entrySet().stream()
                    .mapToDouble(entry -> Duration.between(
                                            Objects.requireNonNull(owned.get(entry.getKey()))
                                                    .at(),
                                            entry.getValue().at())
                                    .toNanos()
                            / 1e6)
                    .sorted()
                    .toArray();
            if (printed) {
                System.out.printf(
                        Locale.ROOT,
                        "line 8, whole house: %d corrections a second asked, %.0f done; commit to %s's copy p50 %.1f"
                                + " ms, p99 %.1f ms (%s)%n",
                        perSecond,
                        people.size() / took,
                        copy,
                        millis[millis.length / 2],
                        millis[(int) (millis.length * 0.99)],
                        Table.held("p99 <= 30 ms", millis[(int) (millis.length * 0.99)] <= 30));
            }
        }
    }

    /** Seconds from the first to the last answer. */
    private double correct(Officer officer, List<Standing> people, int perSecond) {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> threads.submit(() -> {
                        try (Visitor visitor = new Visitor(house.stack().publicUrl(), officer)) {
                            for (int i = client; i < people.size(); i += CLIENTS) {
                                LockSupport.parkNanos(begin + i * 1_000_000_000L / perSecond - System.nanoTime());
                                Standing person = people.get(i);
                                visitor.put(
                                        "/api/personnel/people/" + person.id() + "/identity",
                                        "\"" + person.revision() + "\"",
                                        person.body());
                            }
                        }
                    }))
                    .toList();
            for (Future<?> client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private Map<String, Committed> arrived(String copy, List<Standing> people) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, Committed> noted = noted(copy, people);
            if (people.stream()
                    .allMatch(person ->
                            Objects.requireNonNull(noted.get(person.id())).revision() == person.revision() + 1)) {
                return noted;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not everything arrived in " + copy);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Map<String, Committed> noted(String database, List<Standing> people) {
        Map<String, Committed> noted = new HashMap<>();
        try (Connection connection = house.superuser(database);
                PreparedStatement statement =
                        connection.prepareStatement(Objects.requireNonNull(NOTED.get(database)))) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", people.stream().map(Standing::id).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    noted.put(
                            rows.getString(1),
                            new Committed(
                                    rows.getLong(2),
                                    rows.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return noted;
    }

    private List<Standing> some(int count) {
        List<Standing> people = new ArrayList<>();
        try (Connection connection = house.superuser("personnel");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT p.id, p.revision, i.full_name, i.sex, i.birth FROM person p JOIN identity i ON i.id = p.id
                     ORDER BY p.revision, md5(p.id::text) LIMIT %d
                    """.formatted(count))) {
            while (rows.next()) {
                people.add(new Standing(
                        rows.getString(1), rows.getLong(2), rows.getString(3), rows.getString(4), rows.getString(5)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return people;
    }
}
