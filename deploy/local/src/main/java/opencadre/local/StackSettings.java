package opencadre.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one {@link Stack} runs on.
 *
 * @param root the checkout
 * @param data everything that lasts: clusters, secrets
 * @param logs one file per part
 * @param ports of all parts
 * @param durability whether the data must survive a power cut
 * @param extraClasspath by service: put before its own classes, for example the fault hooks of acceptance tests
 * @param extraEnvironment by service: added to what the stack gives it
 */
public record StackSettings(
        Path root,
        Path data,
        Path logs,
        Ports ports,
        PostgresServer.Durability durability,
        Map<String, List<Path>> extraClasspath,
        Map<String, Map<String, String>> extraEnvironment) {

    /** Kept data, nothing extra. */
    public static StackSettings kept(Path root, Path data, Path logs, Ports ports) {
        return new StackSettings(root, data, logs, ports, PostgresServer.Durability.KEPT, Map.of(), Map.of());
    }

    /** Data that may be lost, on free ports, below one folder; for tests. */
    public static StackSettings disposable(Path root, Path folder) {
        return new StackSettings(
                root,
                folder.resolve("data"),
                folder.resolve("logs"),
                Ports.free(),
                PostgresServer.Durability.DISPOSABLE,
                Map.of(),
                Map.of());
    }

    /** The same with classes and environment added to services. */
    public StackSettings with(Map<String, List<Path>> classpath, Map<String, Map<String, String>> environment) {
        return new StackSettings(root, data, logs, ports, durability, classpath, environment);
    }
}
