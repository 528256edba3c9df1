package opencadre.benchmark;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import opencadre.kit.events.DeliveryProbe;
import opencadre.kit.events.Inbox;
import opencadre.kit.events.Outbox;
import opencadre.kit.events.OutboxRelay;
import opencadre.kit.events.Subscription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * From just before the owner's commit to the reader's committed row, at 100 and 1,000 changes a second; beside a bare
 * loop that sends after the commit and writes what it polls, and would lose what a crash catches in between.
 */
final class LagBenchmark {

    private static final List<Integer> PER_SECOND = List.of(100, 1_000);
    private static final int SECONDS = 4;
    private static final int PAIRS = 5;
    /** One writer waits for the disk and does no thousand commits a second. */
    private static final int WRITERS = 8;

    /** This program with the database and the broker below it. */
    private static final String ALL = "all";

    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ground ground;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();

    LagBenchmark(Ground ground) {
        this.ground = ground;
    }

    /** What travels. */
    record State(String text) {}

    /** How long it took, and processor time of all that ran, in milliseconds for each change. */
    private record Lag(double p50, double p99, double cpu) {}

    void run() {
        for (int perSecond : PER_SECOND) {
            List<Lag> kits = new ArrayList<>();
            List<Lag> bares = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                String name = perSecond + "-" + pair;
                kits.add(measured("kit" + name, perSecond, this::throughTheKit));
                bares.add(measured("bare" + name, perSecond, this::bare));
            }
            Lag kit = median(kits);
            Lag bare = median(bares);
            System.out.printf(
                    Locale.ROOT,
                    "line 8, kit alone: %,d changes a second, commit to copy p50 %.1f ms, p99 %.1f ms, CPU %.2f ms"
                            + " a change; bare loop p50 %.1f ms, p99 %.1f ms, CPU %.2f ms; ratio of p99 %.2f (%s), of"
                            + " CPU %.2f%n",
                    perSecond,
                    kit.p50(),
                    kit.p99(),
                    kit.cpu(),
                    bare.p50(),
                    bare.p99(),
                    bare.cpu(),
                    kit.p99() / bare.p99(),
                    Table.held("<= 2.5x", kit.p99() <= 2.5 * bare.p99()),
                    kit.cpu() / bare.cpu());
        }
    }

    private static Lag median(List<Lag> lags) {
        return new Lag(
                RelayBenchmark.median(lags.stream().map(Lag::p50).toList()),
                RelayBenchmark.median(lags.stream().map(Lag::p99).toList()),
                RelayBenchmark.median(lags.stream().map(Lag::cpu).toList()));
    }

    /** A way to make that many changes under a name. */
    private interface Way {
        Window make(String name, int perSecond);
    }

    private Lag measured(String name, int perSecond, Way way) {
        begun.clear();
        lags.clear();
        Window window = way.make(name, perSecond);
        // The first tenth warms up.
        List<Double> sorted =
                lags.stream().skip((long) perSecond * SECONDS / 10).sorted().toList();
        return new Lag(at(sorted, 0.5), at(sorted, 0.99), window.cpuMillis(ALL));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    private Window throughTheKit(String name, int perSecond) {
        var meters = new SimpleMeterRegistry();
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        DeliveryProbe probe = new DeliveryProbe() {
            @Override
            public void afterEffect(String topic) {
                for (String key = taken.poll(); key != null; key = taken.poll()) {
                    arrived(key);
                }
            }
        };
        var producer = new KafkaProducer<>(
                OutboxRelay.settings(ground.broker()), new StringSerializer(), new ByteArraySerializer());
        var relay = new OutboxRelay(ground.db(), ground.work()::asSystem, producer, probe, "/benchmark", 1_000, meters);
        var outbox = new Outbox(ground.db(), relay);
        var applier = new Subscription.Applier<State>() {
            @Override
            public void apply(State state, Subscription.Received received) {
                copy(received.key(), state.text());
                taken.add(received.key());
            }

            @Override
            public void erase(String key) {
                throw new IllegalStateException("nothing is erased here");
            }

            @Override
            public void reset() {
                throw new IllegalStateException("nothing is reset here");
            }
        };
        var consumers = new DefaultKafkaConsumerFactory<>(
                Inbox.settings(with("auto.offset.reset", "latest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var inbox = new Inbox(
                ground.db(),
                ground.work()::asSystem,
                JsonMapper.shared(),
                probe,
                "benchmark",
                consumers,
                List.of(new Subscription<>(Ground.FOLLOWED, State.class, applier)),
                meters);
        relay.start();
        inbox.start();
        Window window = pace(
                name,
                perSecond,
                (key, payload) -> ground.work().asSystem("benchmark", () -> {
                    outbox.add(new Outbox.Message(Ground.FOLLOWED, key, 1, "benchmark", payload));
                    begun.put(key, System.nanoTime());
                    return null;
                }));
        inbox.stop();
        relay.close();
        return window;
    }

    private Window bare(String name, int perSecond) {
        try (var producer = new KafkaProducer<>(
                OutboxRelay.settings(ground.broker()), new StringSerializer(), new ByteArraySerializer())) {
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = Thread.ofPlatform().start(() -> readBare(over));
            Window window = pace(name, perSecond, (key, payload) -> {
                ground.work().asSystem("benchmark", () -> {
                    begun.put(key, System.nanoTime());
                    return null;
                });
                var ignored = producer.send(
                        new ProducerRecord<>(Ground.FOLLOWED_BARE, key, payload.getBytes(StandardCharsets.UTF_8)));
            });
            over.set(true);
            reader.join();
            return window;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void readBare(AtomicBoolean over) {
        Map<String, Object> settings = with("group.id", "bare");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Ground.FOLLOWED_BARE));
            while (!over.get()) {
                var polled = consumer.poll(Duration.ofMillis(100));
                List<String> keys = new ArrayList<>();
                ground.work().asSystem("benchmark", () -> {
                    for (ConsumerRecord<String, byte[]> line : polled) {
                        copy(line.key(), new String(line.value(), StandardCharsets.UTF_8));
                        keys.add(line.key());
                    }
                    return null;
                });
                keys.forEach(this::arrived);
            }
        }
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> settings = new java.util.HashMap<>(ground.broker());
        settings.put(name, value);
        return settings;
    }

    private void copy(String key, String text) {
        ground.db().execute("""
            INSERT INTO copy (key, revision, payload) VALUES (?, 1, ?)
            ON CONFLICT (key) DO UPDATE SET payload = excluded.payload
            """, key, text);
    }

    private void arrived(String key) {
        Long begin = begun.remove(key);
        if (begin != null) {
            lags.add((System.nanoTime() - begin) / 1e6);
        }
    }

    /** Makes changes at an even pace, once the reader has its partitions, and waits for the last. */
    private Window pace(String name, int perSecond, BiConsumer<String, String> change) {
        LockSupport.parkNanos(SETTLING.toNanos());
        String payload = "{\"text\":\"" + "x".repeat(900) + "\"}";
        return Window.paced(
                WRITERS,
                perSecond,
                perSecond * SECONDS,
                Map.of(ALL, ProcessHandle.current().pid()),
                () -> number -> change.accept(name + "-" + number, payload),
                this::awaitLast);
    }

    private void awaitLast() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!begun.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        if (!begun.isEmpty()) {
            throw new IllegalStateException(begun.size() + " changes did not arrive");
        }
    }
}
