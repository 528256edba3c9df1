package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the four services as a process, from its fat jar {@code <module>/target/<module>-*-app.jar}.
 *
 * <p>Shape: the jar is extracted once, and again when it changes, to {@code .opencadre/apps/<module>-<size>-<time>}.
 *
 * <p>Errors: {@link LocalException} when the jar is missing or the service does not get ready, with the end of its log.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final String DEFAULT_OPTIONS = "-Xmx192m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final int KEPT_VERSIONS = 3;

    /**
     * What to run.
     *
     * @param module for example {@code training-service}
     * @param port of its REST interface
     * @param managementPort of health and metrics
     * @param environment everything it is told, passwords included
     * @param extraClasspath put before its own classes
     */
    record Spec(
            String module, int port, int managementPort, Map<String, String> environment, List<Path> extraClasspath) {}

    private final Path root;
    private final Spec spec;
    private final Path log;
    private volatile @Nullable ChildProcess process;

    ServiceProcess(Path root, Spec spec, Path log) {
        this.root = root;
        this.spec = spec;
        this.log = log;
    }

    /** Its module, for example {@code training-service}. */
    public String name() {
        return spec.module();
    }

    /** Its REST interface without the gateway, for example {@code http://127.0.0.1:8082}. */
    public String url() {
        return "http://127.0.0.1:" + spec.port();
    }

    /** Its health and metrics, for example {@code http://127.0.0.1:9082/actuator}. */
    public String managementUrl() {
        return "http://127.0.0.1:" + spec.managementPort() + "/actuator";
    }

    public Path log() {
        return log;
    }

    /** Starts it, also again after {@link #kill()} or {@link #close()}, and waits until it is ready. */
    public void restart() {
        ChildProcess started = launch();
        boolean settled = Await.until(START_PATIENCE, () -> !started.isAlive() || isReady());
        if (!settled || !started.isAlive()) {
            started.kill();
            throw new LocalException(name() + " does not start, see " + log + ":\n" + started.tail(15));
        }
    }

    /** Starts it without waiting. */
    public ChildProcess launch() {
        Path jar = requireBuilt(root, name());
        Path app = extracted(jar);
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(options());
        command.addAll(List.of("-cp", classpath(app, jar), startClass(jar)));
        ChildProcess started = Processes.start(Processes.Spec.of(name(), command, spec.environment(), log));
        process = started;
        return started;
    }

    /** Whether it says that it can take requests. */
    public boolean isReady() {
        return Http.isOk(managementUrl() + "/health/readiness");
    }

    /** The running service; empty before its first start. */
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

    /** Lets a frozen service go on. */
    public void resume() {
        process().ifPresent(ChildProcess::resume);
    }

    @Override
    public void close() {
        process().ifPresent(ChildProcess::stop);
    }

    private static List<String> options() {
        String options = System.getenv().getOrDefault("OPENCADRE_JAVA_OPTS", DEFAULT_OPTIONS);
        return Stream.of(options.strip().split("\\s+", -1))
                .filter(o -> !o.isEmpty())
                .toList();
    }

    private String classpath(Path app, Path jar) {
        Stream<String> extra = spec.extraClasspath().stream().map(Path::toString);
        Stream<String> own = Stream.of(app.resolve(jar.getFileName()).toString(), app.resolve("lib") + "/*");
        return Stream.concat(extra, own).collect(Collectors.joining(":"));
    }

    /** The fat jar of a service; an error names the service that is not built. */
    static Path requireBuilt(Path root, String module) {
        Path target = root.resolve(module).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(f -> f.getFileName().toString().matches(module + "-.*-app\\.jar"))
                    .max(Comparator.comparingLong(ServiceProcess::modified))
                    .orElseThrow(() -> new LocalException(module + " is not built: there is no " + target + "/" + module
                            + "-*-app.jar; run `mvn -DskipTests package`."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path extracted(Path jar) {
        Path apps = root.resolve(".opencadre/apps");
        Path target = apps.resolve(name() + "-" + size(jar) + "-" + modified(jar));
        if (Files.isDirectory(target)) {
            return target;
        }
        return FileLocks.holding(apps.resolve(name() + ".lock"), () -> {
            if (!Files.isDirectory(target)) {
                Path half = apps.resolve("half-" + name());
                Trees.delete(half);
                List<String> extract = List.of(
                        Jdk.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        half.toString());
                if (!Processes.run(Processes.Spec.of("extract " + name(), extract, Map.of(), log))) {
                    throw new LocalException("Cannot extract " + jar + ", see " + log + ".");
                }
                Files.move(half, target);
                forgetOld(apps);
            }
            return target;
        });
    }

    /** A running service may still load from an older version, so a few are kept. */
    private void forgetOld(Path apps) throws IOException {
        try (Stream<Path> all = Files.list(apps)) {
            all.filter(f -> f.getFileName().toString().startsWith(name() + "-"))
                    .sorted(Comparator.comparingLong(ServiceProcess::modified).reversed())
                    .skip(KEPT_VERSIONS)
                    .forEach(Trees::delete);
        }
    }

    private static String startClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String start =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Start-Class");
            if (start == null) {
                throw new LocalException(jar + " is no Spring Boot jar: its manifest has no Start-Class.");
            }
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
