package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    private Path dir;

    @Test
    void committedRowsSurviveAKill() throws SQLException {
        try (PostgresServer server = PostgresServer.start(dir, FreePorts.one(), dir.resolve("postgres.log"))) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");

            server.kill();
            server.restart();

            assertThat(number(server, "SELECT answer FROM kept")).isEqualTo(42);
        }
    }

    @Test
    void aHalfMadeClusterAndAStalePidFileDoNotBlockTheStart() throws IOException, SQLException {
        Files.createDirectories(dir.resolve("data.half"));
        Files.writeString(dir.resolve("data.half/PG_VERSION"), "18");
        start().close();
        // A process id that is alive but is no PostgreSQL: this JVM's own.
        Files.writeString(
                dir.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + dir.resolve("data") + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");

        try (PostgresServer server = start()) {
            assertThat(number(server, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void makesADatabaseWithItsTwoRolesOnceHoweverOftenAsked() throws SQLException {
        try (PostgresServer server = start()) {
            Database first = server.ensureDatabase("personnel");
            Database second = server.ensureDatabase("personnel");

            assertThat(second).isEqualTo(first);
            try (Connection owner = connect(first.url(), first.owner(), first.ownerPassword());
                    Statement statement = owner.createStatement()) {
                statement.execute("CREATE EXTENSION btree_gist");
                statement.execute("CREATE TABLE officer (id int)");
            }
            try (Connection app = connect(first.url(), first.app(), first.appPassword());
                    Statement statement = app.createStatement()) {
                assertThatThrownBy(() -> statement.execute("SELECT * FROM officer"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void keepsTheRolesOfOneDatabaseOutOfAnother() {
        try (PostgresServer server = start()) {
            Database personnel = server.ensureDatabase("personnel");
            Database training = server.ensureDatabase("training");

            assertThatThrownBy(() -> connect(training.url(), personnel.app(), personnel.appPassword()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> connect(personnel.url(), personnel.app(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aFrozenServerAnswersAgainWhenItGoesOn() throws SQLException {
        try (PostgresServer server = start()) {
            server.pause();
            server.resume();

            assertThat(Await.until(Duration.ofSeconds(10), () -> answers(server)))
                    .isTrue();
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(
                dir, FreePorts.one(), dir.resolve("postgres.log"), PostgresServer.Durability.DISPOSABLE);
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static boolean answers(PostgresServer server) {
        try {
            return number(server, "SELECT 1") == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
