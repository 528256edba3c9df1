package opencadre.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Starts children that cannot outlive this JVM, however it ends.
 *
 * <p>The kernel sends a child its parent-death signal when the <em>thread</em> that forked it ends, so one thread that
 * lives as long as the JVM starts them all. Each child gets a session of its own: a Ctrl-C in the terminal reaches the
 * launcher alone, which then stops the parts in order.
 */
final class Processes {

    private static final ExecutorService FORKS = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("forks").factory());

    private Processes() {}

    /**
     * What to start.
     *
     * @param name the part, for messages
     * @param command the program and its arguments
     * @param environment set on top of the environment of this JVM
     * @param log receives standard output and error, appended
     * @param stopSignal asks it to end in good order: TERM, or INT for PostgreSQL
     * @param userNamespace whether it refuses to run as root, so that root starts it in a user namespace
     */
    record Spec(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            String stopSignal,
            boolean userNamespace) {

        static Spec of(String name, List<String> command, Map<String, String> environment, Path log) {
            return new Spec(name, command, environment, log, "TERM", false);
        }
    }

    /** A child of this JVM: ends with it. */
    static ChildProcess start(Spec spec) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(namespace(spec));
        command.addAll(List.of("setpriv", "--pdeathsig", spec.stopSignal()));
        command.addAll(spec.command());
        return fork(spec, command);
    }

    /** A process that lives on when this JVM ends; its id is in the file before it runs, so that it can be found. */
    static ChildProcess startDetached(Spec spec, Path pidFile) {
        List<String> command =
                new ArrayList<>(List.of("setsid", "sh", "-c", "echo $$ > \"$0\"; exec \"$@\"", pidFile.toString()));
        command.addAll(namespace(spec));
        command.addAll(spec.command());
        return fork(spec, command);
    }

    /** Runs a short command to its end and returns whether it succeeded. */
    static boolean run(Spec spec) {
        List<String> command = new ArrayList<>(namespace(spec));
        command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        command.addAll(spec.command());
        return fork(spec, command).join() == 0;
    }

    /** Runs a short command to its end, hands over each line that it writes, and returns its exit code. */
    static int tell(List<String> command, Consumer<String> onLine) {
        List<String> whole = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "KILL"));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        Process process = fork(command.getFirst(), builder);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(onLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return process.onExit().join().exitValue();
    }

    private static List<String> namespace(Spec spec) {
        // setpriv must come after unshare: the change of credentials clears the parent-death signal.
        boolean root = "root".equals(System.getProperty("user.name"));
        return spec.userNamespace() && root ? List.of("unshare", "-U") : List.of();
    }

    private static ChildProcess fork(Spec spec, List<String> command) {
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        return new ChildProcess(spec.name(), fork(spec.name(), builder), spec.log(), spec.stopSignal());
    }

    private static Process fork(String name, ProcessBuilder builder) {
        try {
            return FORKS.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new LocalException("Cannot start " + name + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while starting " + name + ".", e);
        }
    }
}
