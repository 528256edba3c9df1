package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The whole set as one object: PostgreSQL, Kafka, Keycloak and the four services.
 *
 * <p>Errors: {@link LocalException} naming the part that does not start; what had started is stopped again.
 */
public final class Stack implements AutoCloseable {

    static final String GATEWAY = "gateway";
    static final String PERSONNEL = "personnel-service";

    /** The four services in the order of their ports. */
    public static final List<String> SERVICES = List.of(GATEWAY, PERSONNEL, "training-service", "planning-service");

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final StackSettings settings;
    private final Progress progress;
    private final Secrets secrets;
    private final long begin = System.nanoTime();
    private final Map<String, ServiceProcess> services = new ConcurrentHashMap<>();
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable KafkaServer kafka;
    private volatile @Nullable KeycloakServer keycloak;
    private volatile boolean closing;

    private Stack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.secrets = Secrets.in(settings.data().resolve("secrets.properties"));
    }

    /** A set that does not run yet; {@link #close()} is allowed at any moment from another thread. */
    static Stack of(StackSettings settings, Progress progress) {
        return new Stack(settings, progress);
    }

    /** Starts everything and waits until the last part is ready. */
    public static Stack start(StackSettings settings, Progress progress) {
        Stack stack = of(settings, progress);
        stack.start();
        return stack;
    }

    void start() {
        SERVICES.forEach(module -> ServiceProcess.requireBuilt(settings.root(), module));
        Ports ports = settings.ports();
        // Before it runs: the services begin beside it, with the passwords that it will want.
        kafka = KafkaServer.at(settings.data().resolve("kafka"), ports.kafka(), ports.kafkaController(), log("kafka"));
        try {
            startPostgres();
            CompletableFuture<Void> broker = in(this::startKafka);
            CompletableFuture<Void> identity = in(this::startKeycloak);
            List<CompletableFuture<Void>> parts = new ArrayList<>(List.of(broker, identity));
            for (String module : SERVICES) {
                // Only the gateway reads Keycloak's metadata at its start.
                parts.add(
                        module.equals(GATEWAY)
                                ? identity.thenRunAsync(() -> startService(module), THREADS)
                                : in(() -> startService(module)));
            }
            joinAll(parts);
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof LocalException known
                    ? known
                    : new LocalException("The set does not start: " + e.getCause(), e);
        } catch (LocalException e) {
            close();
            throw e;
        }
    }

    public StackSettings settings() {
        return settings;
    }

    /** Where a browser finds it, for example {@code http://localhost:8080}. */
    public String publicUrl() {
        return "http://localhost:" + settings.ports().base();
    }

    public PostgresServer postgres() {
        return started(postgres, "postgres");
    }

    public KafkaServer kafka() {
        return started(kafka, "kafka");
    }

    public KeycloakServer keycloak() {
        return started(keycloak, "keycloak");
    }

    /** One of the four services, for example {@code training-service}. */
    public ServiceProcess service(String module) {
        return started(services.get(module), module);
    }

    /** The database of a service or of Keycloak with its two roles, for example {@code training}. */
    public Database database(String name) {
        return postgres().ensureDatabase(name, secrets.get("db." + name + "_owner"), secrets.get("db." + name));
    }

    /** Stops what runs: the gateway first, PostgreSQL last. */
    @Override
    public void close() {
        closing = true;
        Optional.ofNullable(services.get(GATEWAY)).ifPresent(ServiceProcess::close);
        joinAll(services.values().stream().map(service -> in(service::close)).toList());
        List<CompletableFuture<Void>> servers = new ArrayList<>();
        Optional.ofNullable(keycloak).ifPresent(server -> servers.add(in(server::close)));
        Optional.ofNullable(kafka).ifPresent(server -> servers.add(in(server::close)));
        joinAll(servers);
        Optional.ofNullable(postgres).ifPresent(PostgresServer::close);
    }

    /** The running processes in the order of their start, with the address that tells their health (or none). */
    public List<Part> parts() {
        Ports ports = settings.ports();
        List<Part> parts = new ArrayList<>();
        Optional.ofNullable(postgres)
                .flatMap(PostgresServer::process)
                .ifPresent(p -> parts.add(new Part(p.name(), p.pid(), ports.postgres(), "")));
        Optional.ofNullable(kafka)
                .flatMap(KafkaServer::process)
                .ifPresent(p -> parts.add(new Part(p.name(), p.pid(), ports.kafka(), "")));
        Optional.ofNullable(keycloak)
                .ifPresent(server -> server.process()
                        .ifPresent(p -> parts.add(new Part(p.name(), p.pid(), ports.keycloak(), server.healthUrl()))));
        for (String module : SERVICES) {
            Optional.ofNullable(services.get(module))
                    .ifPresent(service -> service.process()
                            .ifPresent(p -> parts.add(new Part(
                                    module,
                                    p.pid(),
                                    ports.service(module),
                                    service.managementUrl() + "/health/readiness"))));
        }
        return parts;
    }

    private void startPostgres() {
        beginning("postgres");
        PostgresServer server = PostgresServer.prepared(
                settings.data().resolve("postgres"),
                settings.ports().postgres(),
                log("postgres"),
                settings.durability());
        postgres = server;
        server.restart();
        List.of("gateway", "personnel", "training", "planning", "keycloak").forEach(this::database);
        finished("postgres", server.process());
    }

    private void startKafka() {
        beginning("kafka");
        KafkaServer server = kafka();
        server.restart();
        server.ensureTopics();
        finished("kafka", server.process());
    }

    private void startKeycloak() {
        beginning("keycloak");
        Ports ports = settings.ports();
        KeycloakServer server = KeycloakServer.prepared(
                new KeycloakServer.Place(
                        settings.data().resolve("keycloak"),
                        ports.keycloak(),
                        ports.keycloakManagement(),
                        log("keycloak")),
                database("keycloak"),
                Realm.ofTheDemo(settings.root()),
                new KeycloakServer.Settings(
                        secrets.get("keycloak.admin"),
                        secrets.get("keycloak.gateway"),
                        secrets.get("keycloak.personnel-admin"),
                        publicUrl()));
        keycloak = server;
        server.restart();
        finished("keycloak", server.process());
    }

    private void startService(String module) {
        beginning(module);
        Ports ports = settings.ports();
        ServiceProcess service = new ServiceProcess(
                settings.root(),
                new ServiceProcess.Spec(
                        module,
                        ports.service(module),
                        ports.management(module),
                        environment(module),
                        settings.extraClasspath().getOrDefault(module, List.of())),
                log(module));
        services.put(module, service);
        service.restart();
        finished(module, service.process());
    }

    /** The first legal day of the house: what runs on one machine is a demo or a test, and lives by its own days. */
    public LocalDate legalDayBegins() {
        Path file = settings.root().resolve("deploy/demo/legal-day.txt");
        try {
            return LocalDate.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(String module) {
        Ports ports = settings.ports();
        Database database = database(module.replace("-service", ""));
        String keycloakUrl = "http://localhost:" + ports.keycloak();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(ports.service(module)));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(module)));
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.app());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
        environment.put("SPRING_FLYWAY_USER", database.owner());
        environment.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
        if (!module.equals(GATEWAY)) {
            kafka().client(module.replace("-service", ""))
                    .forEach((name, value) -> environment.put(
                            "SPRING_KAFKA_PROPERTIES_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        }
        environment.put("OPENCADRE_ISSUER", keycloakUrl + "/realms/opencadre");
        environment.put("OPENCADRE_KEYCLOAK_URL", keycloakUrl);
        environment.put("OPENCADRE_LEGAL_DAY_BEGINS", legalDayBegins().toString());
        if (module.equals(PERSONNEL)) {
            environment.put("OPENCADRE_KEYCLOAK_ADMIN_SECRET", secrets.get("keycloak.personnel-admin"));
            // Beside the database that they open, as the passwords are: what is here is a demo or a test.
            environment.put(
                    "OPENCADRE_DOCUMENTS_KEYS",
                    settings.data().resolve("document-keys").toAbsolutePath().toString());
            environment.put("OPENCADRE_DOCUMENTS_MAKEKEYS", "true");
        }
        if (module.equals(GATEWAY)) {
            environment.put("OPENCADRE_GATEWAY_SECRET", secrets.get("keycloak.gateway"));
            environment.put("OPENCADRE_PUBLIC_URL", publicUrl());
            environment.put("OPENCADRE_PERSONNEL_URL", "http://127.0.0.1:" + ports.service(PERSONNEL));
            environment.put("OPENCADRE_TRAINING_URL", "http://127.0.0.1:" + ports.service("training-service"));
            environment.put("OPENCADRE_PLANNING_URL", "http://127.0.0.1:" + ports.service("planning-service"));
        }
        environment.putAll(settings.extraEnvironment().getOrDefault(module, Map.of()));
        return environment;
    }

    private void beginning(String part) {
        if (closing) {
            throw new LocalException(part + " is not started: the set is being stopped.");
        }
        progress.starting(part);
    }

    private void finished(String part, Optional<ChildProcess> process) {
        process.ifPresent(p -> p.onUnexpectedExit(() -> progress.died(part, p.log())));
        progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    private Path log(String part) {
        return settings.logs().resolve(part + ".log");
    }

    private static <T> T started(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " has not been started");
        }
        return part;
    }

    private static CompletableFuture<Void> in(Runnable work) {
        return CompletableFuture.runAsync(work, THREADS);
    }

    /** Waits for all, or for the first that fails. */
    private static void joinAll(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        for (CompletableFuture<Void> part : parts) {
            CompletableFuture<Void> ignored = part.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        all.join();
    }
}
