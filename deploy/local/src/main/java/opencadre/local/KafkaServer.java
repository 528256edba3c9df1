package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller (KRaft), on 127.0.0.1; topics are never made by accident.
 *
 * <p>Shape: the folder given to {@link #start} holds {@code data} and {@code server.properties}.
 *
 * <p>Errors: {@link LocalException} when the broker does not come up, with the end of its log.
 */
public final class KafkaServer implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final int ASK_SECONDS = 20;
    private static final List<String> LOW_MEMORY =
            List.of("-Xms256m", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path dir;
    private final int port;
    private final int controllerPort;
    private final Path log;
    private volatile @Nullable ChildProcess process;

    private KafkaServer(Path dir, int port, int controllerPort, Path log) {
        this.dir = dir;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
    }

    /** Starts the broker on this folder, formatting it first when it is new, and waits until it answers. */
    public static KafkaServer start(Path dir, int port, int controllerPort, Path log) {
        KafkaServer server = prepared(dir, port, controllerPort, log);
        server.restart();
        return server;
    }

    /** Starts a broker that outlives this JVM; whoever waits on the file stops it. */
    static KafkaServer startDetached(Path dir, int port, int controllerPort, Path log, Path pidFile) {
        KafkaServer server = prepared(dir, port, controllerPort, log);
        server.launch(spec -> Processes.startDetached(spec, pidFile));
        return server;
    }

    /** A broker that somebody else has started and will stop. */
    static KafkaServer running(Path dir, int port, int controllerPort, Path log) {
        return new KafkaServer(dir.toAbsolutePath().normalize(), port, controllerPort, log);
    }

    /** A broker with its folder formatted, not started yet. */
    static KafkaServer prepared(Path dir, int port, int controllerPort, Path log) {
        KafkaServer server = new KafkaServer(dir.toAbsolutePath().normalize(), port, controllerPort, log);
        server.format();
        return server;
    }

    /** Starts it again on the same data, after {@link #kill()} or {@link #close()}. */
    public void restart() {
        launch(Processes::start);
    }

    private void launch(Function<Processes.Spec, ChildProcess> starter) {
        List<String> arguments = new ArrayList<>(LOW_MEMORY);
        arguments.addAll(List.of("kafka.Kafka", configuration().toString()));
        ChildProcess started = starter.apply(Processes.Spec.of("kafka", java(arguments), Map.of(), log));
        process = started;
        boolean settled = Await.until(START_PATIENCE, () -> !started.isAlive() || answers());
        if (!settled || !started.isAlive()) {
            started.kill();
            throw new LocalException(
                    "Kafka does not start on port " + port + ", see " + log + ":\n" + started.tail(10));
        }
    }

    /** The address for clients, for example {@code 127.0.0.1:9092}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** The running broker; empty before its first start. */
    Optional<ChildProcess> process() {
        return Optional.ofNullable(process);
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process().ifPresent(ChildProcess::kill);
    }

    /** Freezes it: clients see neither an answer nor a closed connection. */
    public void pause() {
        process().ifPresent(ChildProcess::pause);
    }

    /** Lets a frozen broker go on. */
    public void resume() {
        process().ifPresent(ChildProcess::resume);
    }

    @Override
    public void close() {
        process().ifPresent(ChildProcess::stop);
    }

    /** Makes the topics listed in the file unless they are there, and sets their settings to what the file says. */
    public void ensureTopics(Path csv) {
        List<Topic> topics = Topic.read(csv);
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get(ASK_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get(ASK_SECONDS, TimeUnit.SECONDS);
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            topics.stream()
                    .filter(topic -> present.contains(topic.name()))
                    .forEach(topic -> changes.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations(topic)));
            admin.incrementalAlterConfigs(changes).all().get(ASK_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalException("Cannot make the topics of " + csv + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while making topics.", e);
        }
    }

    private static List<AlterConfigOp> operations(Topic topic) {
        return topic.settings().entrySet().stream()
                .map(s -> new AlterConfigOp(new ConfigEntry(s.getKey(), s.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private boolean answers() {
        try (Admin admin = admin()) {
            admin.describeCluster().controller().get(2, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                bootstrap(),
                "request.timeout.ms",
                "10000",
                "default.api.timeout.ms",
                "15000",
                "reconnect.backoff.max.ms",
                "200"));
    }

    private void format() {
        try {
            Files.createDirectories(dir);
            Files.writeString(configuration(), settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        // meta.properties is written last: without it a half-formatted folder is made anew.
        Trees.delete(data());
        List<String> format = java(List.of(
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "-t",
                clusterId(),
                "-c",
                configuration().toString()));
        if (!Processes.run(Processes.Spec.of("kafka format", format, Map.of(), log))) {
            throw new LocalException("Cannot format the Kafka folder " + dir + ", see " + log + ".");
        }
    }

    private static String clusterId() {
        return org.apache.kafka.common.Uuid.randomUuid().toString();
    }

    private Path data() {
        return dir.resolve("data");
    }

    private Path configuration() {
        return dir.resolve("server.properties");
    }

    private static List<String> java(List<String> arguments) {
        Path logging = Parts.root().resolve("deploy/kafka/log4j2.properties");
        List<String> command = new ArrayList<>(List.of(
                Jdk.java(),
                "-Dlog4j2.configurationFile=" + logging.toUri(),
                "-cp",
                Parts.ofThisCheckout().kafkaLib() + "/*"));
        command.addAll(arguments);
        return command;
    }

    private String settings() {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.bootstrap.servers=127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=PLAINTEXT
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
            log.dirs=%3$s
            auto.create.topics.enable=false
            num.partitions=1
            offsets.topic.num.partitions=10
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=5
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=16777216
            """.formatted(port, controllerPort, data());
    }
}
