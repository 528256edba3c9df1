package opencadre.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import opencadre.benchmark.province.GeneratedUnit;
import opencadre.benchmark.province.Level;
import opencadre.benchmark.province.Loading;
import opencadre.benchmark.province.Province;
import opencadre.benchmark.province.Tree;
import opencadre.demo.Accounts;
import opencadre.demo.Officer;
import opencadre.local.Part;
import opencadre.local.Ports;
import opencadre.local.PostgresServer;
import opencadre.local.Progress;
import opencadre.local.Stack;
import opencadre.local.StackSettings;

/**
 * All processes as {@code ./run} starts them, with a province in it. The data are kept, by seed and sizes, so that the
 * next run need not load them again.
 *
 * <p>Two things differ from {@code ./run}: one session may ask as often as it likes, for one stands here for hundreds;
 * and the database notes when each transaction committed, for line 8.
 */
final class House implements AutoCloseable {

    /** Reaches the whole province. */
    static final String PROVINCE_OFFICER = "tochuc.tinh";
    /** Reaches one commune in its trees. */
    static final String CLERK = "vanthu.songcong";

    private static final String ADMINISTRATOR = "quantri";
    static final Ports PORTS = new Ports(27_080);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final List<String> COPIES = List.of("training", "planning");

    private final Path root;
    private final Path folder;
    private final Province province;
    private final Map<String, Duration> readyAfter = new ConcurrentHashMap<>();
    private final Stack stack;

    private House(Path root, Path folder, Province province) {
        this.root = root;
        this.folder = folder;
        this.province = province;
        if (!Files.isDirectory(folder.resolve("data/postgres/data"))) {
            noteCommits();
        }
        StackSettings settings = StackSettings.kept(root, folder.resolve("data"), folder.resolve("logs"), PORTS)
                .with(
                        Map.of(),
                        Map.of(
                                "gateway",
                                Map.of("OPENCADRE_RATE_PERSECOND", "1000000", "OPENCADRE_RATE_BURST", "1000000")));
        stack = Stack.start(settings, new Progress() {
            @Override
            public void ready(String part, Duration elapsed) {
                readyAfter.put(part, elapsed);
            }
        });
    }

    /** Starts everything; with data from an earlier run, or empty. */
    static House open(Path root, Province province) {
        Path folder = root.resolve(".opencadre/benchmark/%d-%d-%d"
                .formatted(province.seed(), province.people(), province.units().size()));
        return new House(root, folder, province);
    }

    Province province() {
        return province;
    }

    Stack stack() {
        return stack;
    }

    /** When each part answered, from the beginning of the start. */
    Map<String, Duration> readyAfter() {
        return readyAfter;
    }

    Officer signedIn(String username) {
        return Accounts.signedIn(stack.publicUrl(), root.resolve("deploy/demo/accounts.json"), username);
    }

    /** The processes by name, as {@code gateway}, {@code postgres}. */
    Map<String, Long> processes() {
        Map<String, Long> processes = new HashMap<>();
        stack.parts().forEach((Part part) -> processes.put(part.name(), part.pid()));
        return processes;
    }

    /** A connection past every fence. The caller closes it. */
    Connection superuser(String database) {
        try {
            return stack.postgres().superuser(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String database, String sql) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads the province unless it is here, and says how long each step took; a load that was cut off goes on. */
    void load() {
        Path note = folder.resolve("loaded.txt");
        if (Files.exists(note)) {
            System.out.print(read(note));
            return;
        }
        StringBuilder told = new StringBuilder();
        LocalDate today = stack.legalDayBegins();
        try (Loading loading = new Loading(stack.database("personnel"), Clock.systemUTC(), today)) {
            if (number("personnel", "SELECT count(*) FROM unit_root") == 0) {
                tell(told, "%,d units loaded".formatted(province.units().size()), () -> loading.units(province));
                tell(
                        told,
                        "units copied by training and planning",
                        () -> awaitCopies("personnel.unit.v1", province.units().size()));
                grant();
            }
            if (number("personnel", "SELECT count(*) FROM person") == 0) {
                tell(told, "%,d people loaded".formatted(province.people()), () -> loading.people(province));
            }
        }
        tell(
                told,
                "people copied by training and planning",
                () -> awaitCopies("personnel.person.v1", province.people()));
        tell(told, "reference table filled", () -> Flat.fill(this));
        countsAgree(told);
        try {
            Files.writeString(note, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(StringBuilder told, String what, Runnable step) {
        long begin = System.nanoTime();
        step.run();
        String line = String.format(Locale.ROOT, "load: %s in %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
        told.append(line);
        System.out.print(line);
    }

    private void awaitCopies(String topic, long wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (String copy : COPIES) {
            while (number(copy, "SELECT count(*) FROM inbox WHERE topic = '" + topic + "'") < wanted) {
                if (System.nanoTime() > deadline || number(copy, "SELECT count(*) FROM inbox_parked") > 0) {
                    throw new IllegalStateException(copy + " does not take over " + topic);
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private void countsAgree(StringBuilder told) {
        Officer officer = signedIn(PROVINCE_OFFICER);
        for (String service : List.of("personnel", "training", "planning")) {
            long counted = officer.get("/api/" + service + "/people/count")
                    .orEnd("Counting people in " + service)
                    .body()
                    .path("total")
                    .asLong();
            if (counted != province.people()) {
                throw new IllegalStateException(
                        service + " counts " + counted + " people instead of " + province.people());
            }
        }
        told.append("load: all three services count %,d people%n".formatted(province.people()));
    }

    private void grant() {
        Officer administrator = signedIn(ADMINISTRATOR);
        give(administrator, PROVINCE_OFFICER, "PROV_ORG_OFFICER", units(Level.PROVINCE));
        give(administrator, CLERK, "UNIT_ORG_OFFICER", commune());
        for (String copy : COPIES) {
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (number(copy, "SELECT count(DISTINCT account) FROM access_grant") < 2) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(copy + " does not take over the grants");
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static void give(Officer administrator, String account, String role, List<GeneratedUnit> units) {
        List<Map<String, Object>> grants = units.stream()
                .map(unit ->
                        Map.<String, Object>of("role", role, "unitId", unit.id().toString(), "validFrom", "2025-07-01"))
                .toList();
        String path = "/api/personnel/accounts/" + account + "/grants";
        long version = administrator
                .get(path)
                .orEnd("The rights of " + account)
                .body()
                .path("authzVersion")
                .asLong();
        administrator
                .put(path, Map.of("grants", grants), Map.of("If-Match", "\"" + version + "\""))
                .orEnd("The rights of " + account);
    }

    List<GeneratedUnit> units(Level level) {
        return province.units().stream().filter(unit -> unit.level() == level).toList();
    }

    /** The first commune in each of its trees. */
    List<GeneratedUnit> commune() {
        return List.of(Tree.STATE, Tree.PARTY, Tree.FRONT, Tree.PUBLIC_SERVICE).stream()
                .map(tree -> units(Level.COMMUNE).stream()
                        .filter(unit -> unit.tree() == tree)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private void noteCommits() {
        Path data = folder.resolve("data/postgres");
        try (PostgresServer server = PostgresServer.start(data, PORTS.postgres(), folder.resolve("logs/postgres.log"));
                Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET track_commit_timestamp = on");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
