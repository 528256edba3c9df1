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
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opencadre.demo.Officer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Line 8 in the whole house: an officer corrects people through the gateway at an even pace, each another one; how long
 * from the moment when personnel's transaction has committed until that of the copy has, by PostgreSQL's own note of
 * both. No clock of ours is in between. In turns with it {@link Bare} makes the same changes at the same pace.
 */
final class FollowBenchmark {

    private static final List<Integer> PER_SECOND = List.of(20, 100);
    private static final int WARM_UP_PER_SECOND = 50;
    private static final int SECONDS = 15;
    private static final int PAIRS = 5;
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String TAKEN = "SELECT key, revision, pg_xact_commit_timestamp(xmin) FROM inbox"
            + " WHERE topic = 'personnel.person.v1' AND key = ANY (?)";
    private static final String BARE =
            "SELECT key, revision, pg_xact_commit_timestamp(xmin) FROM bare WHERE key = ANY (?)";
    private static final Side HOUSE = new Side(
            "house",
            new Place(
                    "personnel",
                    "SELECT id::text, revision, pg_xact_commit_timestamp(xmin) FROM person WHERE id::text = ANY (?)"),
            List.of(new Place("training", TAKEN), new Place("planning", TAKEN)),
            List.of("gateway", "personnel-service", "training-service", "planning-service"));
    private static final Side RAW = new Side(
            "raw",
            new Place(Bare.OWNER, BARE),
            Bare.COPIES.stream().map(copy -> new Place(copy, BARE)).toList(),
            List.of(Cpu.CLIENT));
    private static final List<String> SERVERS = List.of("postgres", "kafka");

    private final House house;

    FollowBenchmark(House house) {
        this.house = house;
    }

    /** Who makes changes and copies, and the programs that do it beside the servers. */
    private record Side(String name, Place owner, List<Place> copies, List<String> programs) {

        String[] everybody() {
            return Stream.concat(programs.stream(), SERVERS.stream()).toArray(String[]::new);
        }
    }

    /** A database and its statement for the revisions of some keys and when they were committed. */
    private record Place(String database, String sql) {}

    /** Somebody as on record, to be recorded just so again. */
    private record Standing(String id, long revision, String fullName, String sex, String birth) {

        String body() {
            return JsonMapper.shared()
                    .writeValueAsString(
                            Map.of("fullName", fullName, "sex", sex, "birth", birth, "reason", "Đo tốc độ"));
        }
    }

    /** One stretch, and the sorted milliseconds from commit to commit for each copy. */
    private record Followed(Window window, List<double[]> millis) {

        double at(int copy, double share) {
            double[] sorted = millis.get(copy);
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
        }
    }

    /** A house's stretch and the bare one of the same changes. */
    private record Pair(Followed house, Followed raw) {}

    void run() {
        Officer officer = house.signedIn(House.PROVINCE_OFFICER);
        try (Bare bare = new Bare(house)) {
            pair(officer, bare, WARM_UP_PER_SECOND);
            Cpu idle = idle();
            printHead();
            for (int perSecond : PER_SECOND) {
                List<Pair> pairs = IntStream.range(0, PAIRS)
                        .mapToObj(each -> pair(officer, bare, perSecond))
                        .toList();
                print(perSecond, pairs, idle);
            }
        }
    }

    private Pair pair(Officer officer, Bare bare, int perSecond) {
        List<Standing> people = some(perSecond * SECONDS);
        Map<String, Long> revisions =
                people.stream().collect(Collectors.toMap(Standing::id, person -> person.revision() + 1));
        Followed ours = followed(HOUSE, perSecond, revisions, () -> new Correcting(officer, people));
        var changes = bare.sent(revisions);
        return new Pair(ours, followed(RAW, perSecond, revisions, () -> bare.writing(changes)));
    }

    private Followed followed(Side side, int perSecond, Map<String, Long> revisions, Supplier<IntConsumer> client) {
        Window window = Window.paced(
                CLIENTS,
                perSecond,
                revisions.size(),
                house.processes(),
                client,
                () -> side.copies().forEach(copy -> await(copy, revisions)));
        Map<String, Instant> owned = noted(side.owner(), revisions);
        return new Followed(
                window,
                side.copies().stream()
                        .map(copy -> millis(owned, noted(copy, revisions)))
                        .toList());
    }

    private static double[] millis(Map<String, Instant> owned, Map<String, Instant> copied) {
        return owned.entrySet().stream()
                .mapToDouble(entry ->
                        Duration.between(entry.getValue(), Objects.requireNonNull(copied.get(entry.getKey())))
                                        .toNanos()
                                / 1e6)
                .sorted()
                .toArray();
    }

    private void await(Place place, Map<String, Long> revisions) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (noted(place, revisions).size() < revisions.size()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not everything arrived in " + place.database());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** When those were committed that have come to their revision. */
    private Map<String, Instant> noted(Place place, Map<String, Long> revisions) {
        Map<String, Instant> noted = new HashMap<>();
        try (Connection connection = house.superuser(place.database());
                PreparedStatement statement = connection.prepareStatement(place.sql())) {
            statement.setArray(
                    1, connection.createArrayOf("text", revisions.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(2) == Objects.requireNonNull(revisions.get(rows.getString(1)))) {
                        noted.put(
                                rows.getString(1),
                                rows.getObject(3, OffsetDateTime.class).toInstant());
                    }
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

    /** What all of them take while nothing is asked; it is in the figures of both sides, for nobody stops the house. */
    private Cpu idle() {
        Supplier<Cpu> counting = Cpu.counting(house.processes());
        LockSupport.parkNanos(Duration.ofSeconds(SECONDS).toNanos());
        return counting.get();
    }

    private static void printHead() {
        System.out.println(Table.machine());
        System.out.println();
        System.out.println(
                "| # | asked/s | by | done/s | training p50 | p99 | planning p50 | p99 | CPU/change gateway +"
                        + " personnel + training + planning | PG | Kafka | CPU/change in all | above idle | others |"
                        + " target |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    private static void print(int perSecond, List<Pair> pairs, Cpu idle) {
        List<Followed> ours = pairs.stream().map(Pair::house).toList();
        List<Followed> raws = pairs.stream().map(Pair::raw).toList();
        print(perSecond, HOUSE, ours, idle);
        print(perSecond, RAW, raws, idle);
        double[] ratios = IntStream.range(0, HOUSE.copies().size())
                .mapToDouble(copy -> at(ours, copy, 0.99) / at(raws, copy, 0.99))
                .toArray();
        boolean soon = IntStream.range(0, ratios.length).allMatch(copy -> at(ours, copy, 0.99) <= 30);
        System.out.printf(
                Locale.ROOT,
                "| 8 | %d | ratio | | %.2f | %.2f | %.2f | %.2f | | %.2f | %.2f | %.2f | %.2f | | %s, %s |%n",
                perSecond,
                at(ours, 0, 0.5) / at(raws, 0, 0.5),
                ratios[0],
                at(ours, 1, 0.5) / at(raws, 1, 0.5),
                ratios[1],
                cpu(ours, "postgres") / cpu(raws, "postgres"),
                cpu(ours, "kafka") / cpu(raws, "kafka"),
                cpu(ours, HOUSE.everybody()) / cpu(raws, RAW.everybody()),
                aboveIdle(ours, HOUSE, idle) / aboveIdle(raws, RAW, idle),
                Table.held("p99 <= 30 ms", soon),
                Table.held("<= 2.5x", DoubleStream.of(ratios).allMatch(ratio -> ratio <= 2.5)));
    }

    private static void print(int perSecond, Side side, List<Followed> stretches, Cpu idle) {
        double others = stretches.stream()
                .mapToDouble(each -> each.window().others())
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "| 8 | %d | %s | %.0f | %.1f | %.1f | %.1f | %.1f | %s | %.2f | %.2f | %.2f | %.2f | %.1f%s | |%n",
                perSecond,
                side.name(),
                median(stretches, each -> each.window().rate()),
                at(stretches, 0, 0.5),
                at(stretches, 0, 0.99),
                at(stretches, 1, 0.5),
                at(stretches, 1, 0.99),
                side.programs().stream()
                        .map(name -> String.format(Locale.ROOT, "%.2f", cpu(stretches, name)))
                        .collect(Collectors.joining(" + ")),
                cpu(stretches, "postgres"),
                cpu(stretches, "kafka"),
                cpu(stretches, side.everybody()),
                aboveIdle(stretches, side, idle),
                others,
                Table.loaded(others));
    }

    private static double at(List<Followed> stretches, int copy, double share) {
        return median(stretches, each -> each.at(copy, share));
    }

    private static double cpu(List<Followed> stretches, String... names) {
        return median(stretches, each -> each.window().cpuMillis(names));
    }

    private static double aboveIdle(List<Followed> stretches, Side side, Cpu idle) {
        double perSecond = idle.millis(side.everybody()) / SECONDS;
        return median(
                stretches,
                each -> each.window().cpuMillis(side.everybody())
                        - perSecond / each.window().rate());
    }

    private static double median(List<Followed> stretches, ToDoubleFunction<Followed> value) {
        return RelayBenchmark.median(
                stretches.stream().map(value::applyAsDouble).toList());
    }

    private final class Correcting implements IntConsumer, AutoCloseable {

        private final Visitor visitor;
        private final List<Standing> people;

        Correcting(Officer officer, List<Standing> people) {
            this.visitor = new Visitor(house.stack().publicUrl(), officer);
            this.people = people;
        }

        @Override
        public void accept(int number) {
            Standing person = people.get(number);
            visitor.put(
                    "/api/personnel/people/" + person.id() + "/identity",
                    "\"" + person.revision() + "\"",
                    person.body());
        }

        @Override
        public void close() {
            visitor.close();
        }
    }
}
