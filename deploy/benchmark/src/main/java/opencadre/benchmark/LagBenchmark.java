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
import java.util.concurrent.locks.LockSupport;
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
 * From just before the owner's commit to the reader's committed row, at 100 changes a second; beside a bare loop that
 * sends after the commit and writes what it polls, and would lose what a crash catches in between.
 */
final class LagBenchmark {

    private static final int CHANGES = 1_000;
    private static final Duration PACE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ground ground;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();

    LagBenchmark(Ground ground) {
        this.ground = ground;
    }

    /** What travels. */
    record State(String text) {}

    void run() {
        List<Double> kit = measured("kit", this::throughTheKit);
        List<Double> bare = measured("bare", this::bare);
        System.out.printf(
                Locale.ROOT,
                "commit to copy: p50 %.1f ms, p99 %.1f ms; bare loop p50 %.1f ms, p99 %.1f ms; ratio of p50 %.2f%n",
                at(kit, 0.5),
                at(kit, 0.99),
                at(bare, 0.5),
                at(bare, 0.99),
                at(kit, 0.5) / at(bare, 0.5));
    }

    private List<Double> measured(String name, java.util.function.Consumer<String> way) {
        begun.clear();
        lags.clear();
        way.accept(name);
        // The first tenth warms up.
        return lags.stream().skip(CHANGES / 10).sorted().toList();
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    private void throughTheKit(String name) {
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
        pace(
                name,
                (key, payload) -> ground.work().asSystem("benchmark", () -> {
                    outbox.add(new Outbox.Message(Ground.FOLLOWED, key, 1, "benchmark", payload));
                    begun.put(key, System.nanoTime());
                    return null;
                }));
        inbox.stop();
        relay.close();
    }

    private void bare(String name) {
        try (var producer = new KafkaProducer<>(
                OutboxRelay.settings(ground.broker()), new StringSerializer(), new ByteArraySerializer())) {
            Thread reader = Thread.ofPlatform().start(this::readBare);
            pace(name, (key, payload) -> {
                ground.work().asSystem("benchmark", () -> {
                    begun.put(key, System.nanoTime());
                    return null;
                });
                var ignored = producer.send(
                        new ProducerRecord<>(Ground.FOLLOWED, key, payload.getBytes(StandardCharsets.UTF_8)));
            });
            reader.interrupt();
        }
    }

    private void readBare() {
        Map<String, Object> settings = with("group.id", "bare");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Ground.FOLLOWED));
            while (!Thread.currentThread().isInterrupted()) {
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
        } catch (org.apache.kafka.common.errors.InterruptException stopped) {
            Thread.currentThread().interrupt();
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
    private void pace(String name, java.util.function.BiConsumer<String, String> change) {
        LockSupport.parkNanos(Duration.ofSeconds(8).toNanos());
        String payload = "{\"text\":\"" + "x".repeat(900) + "\"}";
        long next = System.nanoTime();
        for (int i = 0; i < CHANGES; i++) {
            change.accept(name + i, payload);
            next += PACE.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!begun.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        if (!begun.isEmpty()) {
            throw new IllegalStateException(begun.size() + " changes did not arrive");
        }
    }
}
