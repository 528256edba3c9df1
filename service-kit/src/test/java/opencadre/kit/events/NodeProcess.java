package opencadre.kit.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opencadre.local.Database;

/** A {@link DeliveryNode} in a process of its own, so that it can be killed as by a power cut. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    /**
     * Starts one; {@code role} is {@code relay} or {@code inbox}, {@code moment} where it shall stop, or {@code none}.
     */
    NodeProcess(Database database, Map<String, String> broker, String topic, String role, String moment) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    DeliveryNode.class.getName(),
                    database.url(),
                    database.app(),
                    database.appPassword(),
                    topic,
                    role,
                    moment));
            broker.forEach((name, value) -> command.add(name + "=" + value));
            process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits until it says this line. */
    NodeProcess awaitLine(String line) {
        try {
            for (String said = out.readLine(); said != null; said = out.readLine()) {
                if (said.equals(line)) {
                    return this;
                }
            }
            throw new AssertionError("the process ended without saying " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
