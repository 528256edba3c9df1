package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server on 127.0.0.1, over TCP only; every role logs in with a password.
 *
 * <p>Shape: the folder given to {@link #start} holds {@code data} (the cluster) and {@code superuser.password}. A
 * folder left by a crash, at whatever moment, starts again.
 *
 * <p>Errors: {@link LocalException} when the server does not come up, with the end of its log.
 */
public final class PostgresServer implements AutoCloseable {

    /** Whether committed data must survive a power cut. */
    public enum Durability {
        /** For {@code ./run}: the data are kept. */
        KEPT,
        /** For tests: as fast as can be, nothing is kept. */
        DISPOSABLE
    }

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int START_ATTEMPTS = 5;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,54}");
    private static final String SUPERUSER = "postgres";

    private final Path dir;
    private final int port;
    private final Path log;
    private final Durability durability;
    private final String password;
    private volatile @Nullable ChildProcess process;

    private PostgresServer(Path dir, int port, Path log, Durability durability, String password) {
        this.dir = dir;
        this.port = port;
        this.log = log;
        this.durability = durability;
        this.password = password;
    }

    /** Starts the server on this folder, making the cluster first when there is none; the data are kept. */
    public static PostgresServer start(Path dir, int port, Path log) {
        return start(dir, port, log, Durability.KEPT);
    }

    /** Starts the server on this folder, making the cluster first when there is none. */
    public static PostgresServer start(Path dir, int port, Path log, Durability durability) {
        PostgresServer server = prepared(dir, port, log, durability);
        server.restart();
        return server;
    }

    /** Starts a server that does not end with this JVM; its process id is in the file. */
    static PostgresServer startDetached(Path dir, int port, Path log, Path pidFile) {
        PostgresServer server = prepared(dir, port, log, Durability.DISPOSABLE);
        server.launch(spec -> Processes.startDetached(spec, pidFile));
        return server;
    }

    /** A server that somebody else has started and will stop. */
    static PostgresServer running(Path dir, int port, Path log) {
        return new PostgresServer(dir, port, log, Durability.DISPOSABLE, readPassword(dir));
    }

    /** A server with its cluster made, not started yet. */
    static PostgresServer prepared(Path dir, int port, Path log, Durability durability) {
        Path absolute = dir.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute.resolve("data"))) {
            initialise(absolute, log, durability);
        }
        return new PostgresServer(absolute, port, log, durability, readPassword(absolute));
    }

    /** Starts it again on the same data, after {@link #kill()} or {@link #close()}. */
    public void restart() {
        launch(Processes::start);
    }

    /** JDBC address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The password of the superuser {@code postgres}. */
    public String superuserPassword() {
        return password;
    }

    /** A connection of the superuser {@code postgres}; the caller closes it. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /**
     * Makes the database {@code name} with the roles {@code name_owner} and {@code name} unless they are there. The
     * passwords are always the same for one cluster.
     */
    public Database ensureDatabase(String name) {
        return ensureDatabase(name, derived(name + "_owner"), derived(name));
    }

    /** Makes the database and its two roles unless they are there, and sets the passwords of the roles. */
    public Database ensureDatabase(String name, String ownerPassword, String appPassword) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        String owner = name + "_owner";
        try (Connection connection = superuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            // Two callers at once would both find the role missing.
            statement.execute("SELECT pg_advisory_lock(7203)");
            ensureRole(connection, owner, ownerPassword);
            ensureRole(connection, name, appPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
            }
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + name);
        } catch (SQLException e) {
            throw new LocalException("Cannot make the database " + name + ": " + e.getMessage(), e);
        }
        return new Database(jdbcUrl(name), owner, ownerPassword, name, appPassword);
    }

    /** The running server, or empty when somebody else has started it. */
    Optional<ChildProcess> process() {
        return Optional.ofNullable(process);
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process().ifPresent(ChildProcess::kill);
    }

    /** Freezes the server process: new connections get no answer. */
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

    private static void initialise(Path dir, Path log, Durability durability) {
        Path half = dir.resolve("data.half");
        Path passwordFile = dir.resolve("superuser.password");
        try {
            Files.createDirectories(dir);
            Trees.delete(half);
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, Secrets.random(), StandardOpenOption.TRUNCATE_EXISTING);
            List<String> initdb = new ArrayList<>(List.of(
                    Parts.ofThisCheckout().postgres().resolve("bin/initdb").toString(),
                    "-D",
                    half.toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C.UTF-8"));
            if (durability == Durability.DISPOSABLE) {
                initdb.add("--no-sync");
            }
            if (!Processes.run(new Processes.Spec("initdb", initdb, Map.of(), log, "KILL", true))) {
                throw new LocalException("Cannot make a PostgreSQL cluster in " + dir + ", see " + log + ".");
            }
            Files.move(half, dir.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Starter {
        ChildProcess start(Processes.Spec spec);
    }

    private void launch(Starter starter) {
        clearStalePidFile();
        Path binary = Parts.ofThisCheckout().postgres().resolve("bin/postgres");
        List<String> command = new ArrayList<>(List.of(binary.toString(), "-D", data().toString(), "-p", "" + port));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Processes.Spec spec = new Processes.Spec("postgres", command, Map.of("TZ", "UTC"), log, "INT", true);
        for (int attempt = 1; ; attempt++) {
            ChildProcess started = starter.start(spec);
            process = started;
            boolean settled = Await.until(START_PATIENCE, () -> !started.isAlive() || answers());
            if (settled && started.isAlive()) {
                return;
            }
            if (started.isAlive() || attempt == START_ATTEMPTS) {
                started.kill();
                throw new LocalException(
                        "PostgreSQL does not start on port " + port + ", see " + log + ":\n" + started.tail(10));
            }
            // After a kill its old backends may hold the shared memory for a moment longer.
            Await.until(Duration.ofSeconds(1), () -> false);
        }
    }

    private Map<String, String> settings() {
        boolean kept = durability == Durability.KEPT;
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_connections", "150"),
                Map.entry("max_wal_size", kept ? "1GB" : "4GB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("jit", "off"),
                Map.entry("fsync", kept ? "on" : "off"),
                Map.entry("synchronous_commit", kept ? "on" : "off"),
                Map.entry("full_page_writes", kept ? "on" : "off"));
    }

    private boolean answers() {
        try (Connection connection = superuser(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Path data() {
        return dir.resolve("data");
    }

    /** A launcher that died may leave the file, and (without a parent-death signal) even the server itself. */
    private void clearStalePidFile() {
        Path file = data().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return;
            }
            List<String> lines = Files.readAllLines(file);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
            if (isServerOfThisFolder(pid)) {
                Signals.send(pid, "CONT");
                Signals.send(pid, "INT");
                if (!Await.until(Duration.ofSeconds(30), () -> !isServerOfThisFolder(pid))) {
                    throw new LocalException("A PostgreSQL server (process " + pid + ") still uses " + dir
                            + " and does not end: stop it, then try again.");
                }
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            throw new LocalException("Cannot read " + file + ": delete it if no PostgreSQL runs on " + dir + ".", e);
        }
    }

    private boolean isServerOfThisFolder(long pid) {
        String commandLine = ProcFs.commandLine(pid);
        return commandLine.contains("postgres") && commandLine.contains(data().toString());
    }

    private void ensureRole(Connection connection, String role, String rolePassword) throws SQLException {
        String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        try (Statement statement = connection.createStatement()) {
            statement.execute(verb + " ROLE " + role
                    + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD "
                    + statement.enquoteLiteral(rolePassword));
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private String derived(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readPassword(Path dir) {
        try {
            return Files.readString(dir.resolve("superuser.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
