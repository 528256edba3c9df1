package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path dir;

    /** A JVM of its own that starts a PostgreSQL and a shell, tells their process ids, and stays. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws IOException {
            Path dir = Path.of(arguments[0]);
            PostgresServer postgres =
                    PostgresServer.start(dir.resolve("postgres"), FreePorts.one(), dir.resolve("postgres.log"));
            ChildProcess sleeper = Processes.start(
                    Processes.Spec.of("sleeper", List.of("sleep", "600"), Map.of(), dir.resolve("sleeper.log")));
            Path half = dir.resolve("half");
            Files.writeString(half, postgres.process().orElseThrow().pid() + "\n" + sleeper.pid());
            Files.move(half, dir.resolve("pids"));
            Await.until(Duration.ofMinutes(5), () -> false);
        }
    }

    @Test
    void aKilledParentLeavesNoChild() throws IOException {
        List<String> command = List.of(
                Jdk.java(),
                "-Dopencadre.root=" + Parts.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                dir.toString());
        ChildProcess parent =
                Processes.start(Processes.Spec.of("parent", command, Map.of(), dir.resolve("parent.log")));
        assertThat(Await.until(PATIENCE, () -> Files.exists(dir.resolve("pids"))))
                .as(() -> parent.tail(20))
                .isTrue();
        List<ProcessHandle> children = Files.readAllLines(dir.resolve("pids")).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();

        parent.kill();

        assertThat(Await.until(PATIENCE, () -> children.stream().noneMatch(ProcessHandle::isAlive)))
                .isTrue();
        // INT, not TERM or KILL: the server has written its last checkpoint.
        assertThat(dir.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(dir.resolve("postgres.log"))).contains("database system is shut down");
    }
}
