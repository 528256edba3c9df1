package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One Keycloak on 127.0.0.1 with the realm {@code opencadre}; tokens always name
 * {@code http://localhost:<port>/realms/opencadre} as their issuer.
 *
 * <p>Shape: the folder given to {@link #start} is a home made of links to the unpacked distribution, with a
 * {@code data} folder of its own. The database {@code keycloak} holds everything that lasts: the realm file is read
 * only into a database without the realm.
 *
 * <p>Errors: {@link LocalException} when it does not come up, with the end of its log.
 */
public final class KeycloakServer implements AutoCloseable {

    /** The first administrator of the realm {@code master}. */
    public static final String ADMIN = "admin";

    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final List<String> LINKED = List.of("lib", "conf", "providers", "themes", "version.txt");
    // The flags kc.sh gives, which is not used because it neither execs nor passes every signal on.
    private static final List<String> JVM = List.of(
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");

    /**
     * Passwords and addresses that the realm file leaves open.
     *
     * @param admin password of the administrator {@link #ADMIN} of the realm master
     * @param gatewaySecret of the client {@code gateway}
     * @param personnelSecret of the client {@code personnel-admin}, the service account of personnel-service
     * @param publicUrl where browsers reach the gateway, for example {@code http://localhost:8080}
     */
    public record Settings(String admin, String gatewaySecret, String personnelSecret, String publicUrl) {

        @Override
        public String toString() {
            return "Settings[" + publicUrl + "]";
        }
    }

    /**
     * Where one Keycloak lives.
     *
     * @param dir its folder
     * @param port of its pages and tokens
     * @param managementPort of health and metrics
     * @param log receives everything it writes
     */
    public record Place(Path dir, int port, int managementPort, Path log) {

        public Place {
            dir = dir.toAbsolutePath().normalize();
        }
    }

    private final Place place;
    private final Database database;
    private final Settings settings;
    private volatile @Nullable ChildProcess process;

    private KeycloakServer(Place place, Database database, Settings settings) {
        this.place = place;
        this.database = database;
        this.settings = settings;
    }

    /** Starts Keycloak, owner of this database, and waits until it is ready. */
    public static KeycloakServer start(Place place, Database database, Realm realm, Settings settings) {
        KeycloakServer server = prepared(place, database, realm, settings);
        server.restart();
        return server;
    }

    /** Starts a server that does not end with this JVM; its process id is in the file. */
    static KeycloakServer startDetached(Place place, Database database, Realm realm, Settings settings, Path pidFile) {
        KeycloakServer server = prepared(place, database, realm, settings);
        server.launch(spec -> Processes.startDetached(spec, pidFile));
        return server;
    }

    /** A server that somebody else has started and will stop. */
    static KeycloakServer running(Place place, Database database, Settings settings) {
        return new KeycloakServer(place, database, settings);
    }

    /** A server with its home laid out, not started yet. */
    static KeycloakServer prepared(Place place, Database database, Realm realm, Settings settings) {
        build(Parts.ofThisCheckout().keycloak());
        link(place.dir(), realm);
        return new KeycloakServer(place, database, settings);
    }

    /** Starts it again on the same database, after {@link #kill()} or {@link #close()}. */
    public void restart() {
        launch(Processes::start);
    }

    /** For example {@code http://localhost:8180}. */
    public String url() {
        return "http://localhost:" + place.port();
    }

    /** For example {@code http://localhost:8180/realms/opencadre}. */
    public String issuer() {
        return url() + "/realms/opencadre";
    }

    /** Answers 200 when Keycloak is ready. */
    String healthUrl() {
        return "http://127.0.0.1:" + place.managementPort() + "/health/ready";
    }

    public Settings settings() {
        return settings;
    }

    /** The running server; empty when somebody else has started it. */
    Optional<ChildProcess> process() {
        return Optional.ofNullable(process);
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process().ifPresent(ChildProcess::kill);
    }

    /** Freezes it: callers wait until their own deadline. */
    public void pause() {
        process().ifPresent(ChildProcess::pause);
    }

    /** Lets a frozen server go on. */
    public void resume() {
        process().ifPresent(ChildProcess::resume);
    }

    @Override
    public void close() {
        process().ifPresent(ChildProcess::stop);
    }

    /** Fixes database, health and metrics into the distribution, once; about 20 seconds. */
    static void build(Path distribution) {
        Path marker = distribution.resolve("built-for-opencadre");
        if (Files.exists(marker)) {
            return;
        }
        FileLocks.holding(distribution.resolveSibling("keycloak-build.lock"), () -> {
            if (!Files.exists(marker)) {
                List<String> command = java(
                        distribution,
                        List.of("-Xmx512m"),
                        List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true"));
                Path log = distribution.resolveSibling("keycloak-build.log");
                if (!Processes.run(Processes.Spec.of("keycloak build", command, Map.of(), log))) {
                    throw new LocalException("Keycloak cannot be built, see " + log + ".");
                }
                Files.createFile(marker);
            }
            return marker;
        });
    }

    private static void link(Path home, Realm realm) {
        Path distribution = Parts.ofThisCheckout().keycloak();
        try {
            Files.createDirectories(home.resolve("data/import"));
            for (String name : LINKED) {
                Path link = home.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
            // Keycloak knows by these names which file it is to read first.
            Path imported = home.resolve("data/import");
            Files.copy(realm.file(), imported.resolve("opencadre-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    realm.accounts(), imported.resolve("opencadre-users-0.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch(Function<Processes.Spec, ChildProcess> starter) {
        List<String> command = java(
                place.dir(),
                List.of("-Xms64m", "-Xmx320m"),
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + place.port(),
                        "--http-management-port=" + place.managementPort(),
                        "--hostname=" + url(),
                        "--db-url=" + database.url(),
                        "--db-username=" + database.owner(),
                        "--db-pool-max-size=20",
                        "--log-level=INFO,io.smallrye.health:WARN",
                        "--import-realm"));
        Map<String, String> environment = Map.of(
                "KC_DB_PASSWORD", database.ownerPassword(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.admin(),
                "OPENCADRE_GATEWAY_SECRET", settings.gatewaySecret(),
                "OPENCADRE_KEYCLOAK_ADMIN_SECRET", settings.personnelSecret(),
                "OPENCADRE_PUBLIC_URL", settings.publicUrl());
        ChildProcess started = starter.apply(Processes.Spec.of("keycloak", command, environment, place.log()));
        process = started;
        boolean settled = Await.until(START_PATIENCE, () -> !started.isAlive() || Http.isOk(healthUrl()));
        if (!settled || !started.isAlive()) {
            started.kill();
            throw new LocalException("Keycloak does not start on port " + place.port() + ", see " + place.log() + ":\n"
                    + started.tail(10));
        }
    }

    private static List<String> java(Path home, List<String> heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(JVM);
        command.addAll(heap);
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
