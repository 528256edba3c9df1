package opencadre.benchmark;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opencadre.kit.events.DeliveryProbe;
import opencadre.kit.events.OutboxRelay;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jooq.Record;

/** How fast the relay empties an outbox, beside a bare loop that keeps no order and knows no parked keys. */
final class RelayBenchmark {

    private static final int ROWS = 100_000;
    private static final int KEYS = 20_000;
    private static final int BATCH = 2_000;
    private static final int ROUNDS = 5;

    private final Ground ground;

    RelayBenchmark(Ground ground) {
        this.ground = ground;
    }

    /** Prints rates in messages a second, medians of five rounds in turns, and their ratio. */
    void run() {
        List<Double> bares = new ArrayList<>();
        List<Double> relays = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            fill();
            bares.add(rate(this::drainBare));
            fill();
            relays.add(rate(this::drainByRelay));
        }
        double bare = median(bares);
        double relay = median(relays);
        System.out.printf(
                Locale.ROOT,
                "line 9: relay drains %,.0f messages/s, bare loop %,.0f messages/s, ratio %.2f (%,d rows of 1 KB, %,d"
                        + " keys; %s)%n",
                relay,
                bare,
                relay / bare,
                ROWS,
                KEYS,
                Table.held(">= 70%", relay >= 0.7 * bare));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double rate(Runnable drain) {
        long begin = System.nanoTime();
        drain.run();
        return ROWS / ((System.nanoTime() - begin) / 1e9);
    }

    private void fill() {
        ground.work().asSystem("benchmark", () -> ground.db().execute("""
            INSERT INTO outbox (topic, key, revision, type, payload)
            SELECT ?, 'key' || n % ?, n, 'benchmark', repeat('x', 1000) FROM generate_series(1, ?) AS n
            """, Ground.DRAINED, KEYS, ROWS));
    }

    private void drainByRelay() {
        var producer = new KafkaProducer<>(
                OutboxRelay.settings(ground.broker()), new StringSerializer(), new ByteArraySerializer());
        OutboxRelay relay = new OutboxRelay(
                ground.db(),
                ground.work()::asSystem,
                producer,
                DeliveryProbe.NONE,
                "/benchmark",
                BATCH,
                new SimpleMeterRegistry());
        int sent = 0;
        while (sent < ROWS) {
            sent += relay.drain();
        }
        producer.close();
    }

    private void drainBare() {
        try (var producer = new KafkaProducer<>(
                OutboxRelay.settings(ground.broker()), new StringSerializer(), new ByteArraySerializer())) {
            int sent = 0;
            while (sent < ROWS) {
                sent += ground.work().asSystem("benchmark", () -> bareBatch(producer));
            }
        }
    }

    private int bareBatch(KafkaProducer<String, byte[]> producer) {
        List<Long> ids = new ArrayList<>();
        for (Record row : ground.db().fetch("SELECT id, key, payload FROM outbox ORDER BY id LIMIT ?", BATCH)) {
            var ignored = producer.send(new ProducerRecord<>(
                    Ground.DRAINED,
                    row.get("key", String.class),
                    row.get("payload", String.class).getBytes(StandardCharsets.UTF_8)));
            ids.add(row.get("id", Long.class));
        }
        producer.flush();
        ground.db().execute("DELETE FROM outbox WHERE id = ANY (?)", (Object) ids.toArray(Long[]::new));
        return ids.size();
    }
}
