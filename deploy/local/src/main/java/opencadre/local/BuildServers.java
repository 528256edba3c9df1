package opencadre.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Servers that all modules of one Maven build share, for code generation and integration tests.
 *
 * <p>The first caller starts a server, later callers (in this or another JVM of the same build) use it. Nobody closes
 * them: a small shell process waits for the end of Maven, however it ends, stops the servers and deletes their folder.
 *
 * <p>Shape: {@code .opencadre/build-<process id of Maven>/} holds per server its data, {@code <name>.pid},
 * {@code <name>.log} and, once it is up, {@code <name>.properties}.
 */
public final class BuildServers {

    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    /** Ends everything once the process $1 (Maven) is gone; $2 is the folder. A reused process id does not fool it. */
    private static final String SUPERVISOR = """
        born() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
        signal() { for f in "$2"/*.pid; do [ -f "$f" ] && kill -s "$1" "$(cat "$f")" 2>/dev/null; done; }
        alive() { for f in "$1"/*.pid; do [ -f "$f" ] && kill -0 "$(cat "$f")" 2>/dev/null && return 0; done; return 1; }
        start=$(born "$1")
        while [ -n "$start" ] && [ "$(born "$1")" = "$start" ]; do sleep 1; done
        signal INT "$2"
        tries=0
        while alive "$2" && [ $tries -lt 15 ]; do sleep 1; tries=$((tries+1)); done
        signal KILL "$2"
        rm -rf "$2"
        """;

    private BuildServers() {}

    /** The PostgreSQL of this build; it keeps nothing. */
    public static PostgresServer postgres() {
        Path folder = folder();
        Path dir = folder.resolve("postgres");
        Path log = folder.resolve("postgres.log");
        Properties known = shared(folder, "postgres", () -> {
            int port = FreePorts.one();
            PostgresServer.startDetached(dir, port, log, folder.resolve("postgres.pid"));
            return Map.of("port", Integer.toString(port));
        });
        return PostgresServer.running(dir, port(known, "port"), log);
    }

    /** The Keycloak of this build with the demo realm; about 20 seconds for the first caller. */
    public static KeycloakServer keycloak() {
        Path folder = folder();
        Path dir = folder.resolve("keycloak");
        Path log = folder.resolve("keycloak.log");
        Database database = postgres().ensureDatabase("keycloak");
        Properties known = shared(folder, "keycloak", () -> {
            List<Integer> ports = FreePorts.some(2);
            KeycloakServer.Settings settings = new KeycloakServer.Settings(
                    Secrets.random(), Secrets.random(), Secrets.random(), "http://localhost:8080");
            KeycloakServer.startDetached(
                    new KeycloakServer.Place(dir, ports.getFirst(), ports.getLast(), log),
                    database,
                    Realm.ofTheDemo(Parts.root()),
                    settings,
                    folder.resolve("keycloak.pid"));
            return Map.of(
                    "port", ports.getFirst().toString(),
                    "managementPort", ports.getLast().toString(),
                    "admin", settings.admin(),
                    "gatewaySecret", settings.gatewaySecret(),
                    "personnelSecret", settings.personnelSecret(),
                    "publicUrl", settings.publicUrl());
        });
        return KeycloakServer.running(
                new KeycloakServer.Place(dir, port(known, "port"), port(known, "managementPort"), log),
                database,
                new KeycloakServer.Settings(
                        known.getProperty("admin", ""),
                        known.getProperty("gatewaySecret", ""),
                        known.getProperty("personnelSecret", ""),
                        known.getProperty("publicUrl", "")));
    }

    /**
     * A Kafka of this build with the topics of {@code deploy/kafka/topics.csv}; it keeps nothing.
     *
     * @param name whoever asks by the same name, as {@code training}, shares it
     */
    public static KafkaServer kafka(String name) {
        Path folder = folder();
        String part = "kafka-" + name;
        Path dir = folder.resolve(part);
        Path log = folder.resolve(part + ".log");
        Properties known = shared(folder, part, () -> {
            List<Integer> ports = FreePorts.some(2);
            KafkaServer.startDetached(dir, ports.getFirst(), ports.getLast(), log, folder.resolve(part + ".pid"))
                    .ensureTopics();
            return Map.of(
                    "port", ports.getFirst().toString(),
                    "controllerPort", ports.getLast().toString());
        });
        return KafkaServer.at(dir, port(known, "port"), port(known, "controllerPort"), log);
    }

    /** A database nobody else uses, with its two roles; the name begins with the prefix. */
    public static Database freshDatabase(String prefix) {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return postgres().ensureDatabase(prefix + "_" + unique);
    }

    private interface Starter {
        Map<String, String> start() throws IOException;
    }

    private static Properties shared(Path folder, String name, Starter starter) {
        Path file = folder.resolve(name + ".properties");
        Optional<Properties> known = read(file);
        if (known.isPresent()) {
            return known.get();
        }
        return FileLocks.holding(folder.resolve(name + ".lock"), () -> {
            Optional<Properties> meanwhile = read(file);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            supervise(folder);
            Properties started = new Properties();
            started.putAll(starter.start());
            Path half = folder.resolve(name + ".properties.half");
            try (Writer writer = Files.newBufferedWriter(half)) {
                started.store(writer, null);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return started;
        });
    }

    private static Optional<Properties> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name, "0"));
    }

    private static Path folder() {
        Path home = Parts.root().resolve(".opencadre");
        Path folder = home.resolve("build-" + mavenProcess());
        if (!Files.isDirectory(folder)) {
            sweep(home);
        }
        return folder;
    }

    /** The Maven this JVM belongs to: itself, or the nearest ancestor; outside Maven the direct parent. */
    private static long mavenProcess() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.iterate(Optional.of(self), Optional::isPresent, process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .map(ProcessHandle::pid)
                .filter(pid -> ProcFs.commandLine(pid).contains(MAVEN))
                .findFirst()
                .orElseGet(() -> self.parent().orElse(self).pid());
    }

    private static void supervise(Path folder) {
        FileLocks.holding(folder.resolve("supervisor.lock"), () -> {
            Path pidFile = folder.resolve("supervisor");
            if (!Files.exists(pidFile)) {
                String maven = folder.getFileName().toString().replace("build-", "");
                List<String> command = List.of("sh", "-c", SUPERVISOR, "supervisor", maven, folder.toString());
                Path log = folder.resolve("supervisor.log");
                Processes.startDetached(Processes.Spec.of("supervisor", command, Map.of(), log), pidFile);
            }
            return pidFile;
        });
    }

    /** Folders of builds whose Maven and supervisor are both gone, as after a power cut. */
    private static void sweep(Path home) {
        try (Stream<Path> folders = Files.isDirectory(home) ? Files.list(home) : Stream.empty()) {
            folders.filter(f -> f.getFileName().toString().startsWith("build-"))
                    .filter(BuildServers::isAbandoned)
                    .forEach(Trees::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path folder) {
        try {
            long maven = Long.parseLong(folder.getFileName().toString().replace("build-", ""));
            Path supervisor = folder.resolve("supervisor");
            boolean watched = Files.exists(supervisor)
                    && ProcFs.commandLine(
                                    Long.parseLong(Files.readString(supervisor).strip()))
                            .contains(folder.toString());
            return !watched && ProcessHandle.of(maven).isEmpty();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }
}
