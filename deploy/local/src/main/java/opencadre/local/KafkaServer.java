package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller (KRaft), on 127.0.0.1; topics are never made by accident. Nobody is
 * served without a password, and a service may do what {@code contracts/events.csv} gives it and nothing else.
 *
 * <p>Shape: the folder given to {@link #start} holds {@code data}, {@code server.properties} and
 * {@code secrets.properties} with a password for each service and for {@link #ADMIN}.
 *
 * <p>Errors: {@link LocalException} when the broker does not come up, with the end of its log.
 */
public final class KafkaServer implements AutoCloseable {

    /** Who may do everything: makes topics, gives rights. */
    public static final String ADMIN = "admin";

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final int ASK_SECONDS = 20;
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final List<String> LOW_MEMORY =
            List.of("-Xms256m", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path dir;
    private final int port;
    private final int controllerPort;
    private final Path log;
    private final Secrets secrets;
    private volatile @Nullable ChildProcess process;

    private KafkaServer(Path dir, int port, int controllerPort, Path log) {
        this.dir = dir;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
        this.secrets = Secrets.in(dir.resolve("secrets.properties"));
    }

    /** Starts the broker on this folder, formatting it first when it is new, and waits until it answers. */
    public static KafkaServer start(Path dir, int port, int controllerPort, Path log) {
        KafkaServer server = at(dir, port, controllerPort, log);
        server.restart();
        return server;
    }

    /** Starts a broker that outlives this JVM; whoever waits on the file stops it. */
    static KafkaServer startDetached(Path dir, int port, int controllerPort, Path log, Path pidFile) {
        KafkaServer server = at(dir, port, controllerPort, log);
        server.launch(spec -> Processes.startDetached(spec, pidFile));
        return server;
    }

    /** A broker that is not started yet, or that somebody else has started and will stop. */
    static KafkaServer at(Path dir, int port, int controllerPort, Path log) {
        return new KafkaServer(dir.toAbsolutePath().normalize(), port, controllerPort, log);
    }

    /** Starts it again on the same data, after {@link #kill()} or {@link #close()}. */
    public void restart() {
        launch(Processes::start);
    }

    private void launch(Function<Processes.Spec, ChildProcess> starter) {
        format();
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

    /**
     * What a client needs to be served as somebody.
     *
     * @param user a service by its short name, as {@code training}, or {@link #ADMIN}
     */
    public Map<String, String> client(String user) {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(user));
    }

    private String login(String user) {
        return LOGIN + " username=\"" + user + "\" password=\"" + secrets.get(user) + "\";";
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

    /**
     * Makes the topics of {@code deploy/kafka/topics.csv} unless they are there, sets their settings to what the file
     * says, and the rights to what {@code contracts/events.csv} says.
     */
    public void ensureTopics() {
        List<Topic> topics = Topic.read(Parts.root().resolve("deploy/kafka/topics.csv"));
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
            ensureRights(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalException("Cannot make the topics: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while making topics.", e);
        }
    }

    /** A right that the file no longer gives is taken away. The broker hears of both a moment after its controller. */
    private static void ensureRights(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        Set<AclBinding> wanted = TopicRights.bindings(rights());
        List<AclBindingFilter> tooMuch = given(admin).stream()
                .filter(binding -> !wanted.contains(binding))
                .map(AclBinding::toFilter)
                .toList();
        admin.deleteAcls(tooMuch).all().get(ASK_SECONDS, TimeUnit.SECONDS);
        admin.createAcls(wanted).all().get(ASK_SECONDS, TimeUnit.SECONDS);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ASK_SECONDS);
        while (!given(admin).equals(wanted)) {
            if (System.nanoTime() > until) {
                throw new LocalException("Kafka does not take over who may write and read what.");
            }
            Thread.sleep(50);
        }
    }

    private static Set<AclBinding> given(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get(ASK_SECONDS, TimeUnit.SECONDS));
    }

    private static List<TopicRights> rights() {
        return TopicRights.read(Parts.root().resolve("contracts/events.csv"));
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
        Map<String, Object> settings = new HashMap<>(client(ADMIN));
        settings.put("request.timeout.ms", "10000");
        settings.put("default.api.timeout.ms", "15000");
        settings.put("reconnect.backoff.max.ms", "200");
        return Admin.create(settings);
    }

    private void format() {
        try {
            Files.createDirectories(dir);
            // It holds passwords.
            Files.deleteIfExists(configuration());
            Files.createFile(
                    configuration(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
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
            listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=CLIENT
            listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,CLIENT:SASL_PLAINTEXT
            sasl.enabled.mechanisms=PLAIN
            sasl.mechanism.inter.broker.protocol=PLAIN
            sasl.mechanism.controller.protocol=PLAIN
            listener.name.client.plain.sasl.jaas.config=%4$s
            listener.name.controller.plain.sasl.jaas.config=%4$s
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            allow.everyone.if.no.acl.found=false
            super.users=User:%5$s
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
            """.formatted(port, controllerPort, data(), logins(), ADMIN);
    }

    /** Who the broker knows, itself as the first. */
    private String logins() {
        StringBuilder logins = new StringBuilder(login(ADMIN));
        logins.setLength(logins.length() - 1);
        List<String> users = new ArrayList<>(TopicRights.services(rights()));
        users.add(ADMIN);
        users.forEach(user -> logins.append(" user_")
                .append(user)
                .append("=\"")
                .append(secrets.get(user))
                .append('"'));
        return logins.append(';').toString();
    }
}
