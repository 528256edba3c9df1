package opencadre.kit.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends what the outbox holds, in the order of each key, and deletes it once the broker has acknowledged.
 *
 * <p>Keys fall into sixteen slots; an instance claims the free ones by advisory locks that die with its transaction, so
 * two instances never send the same key at once and a killed one blocks nobody. A key that the broker refuses for good
 * is parked with an alarm while the others go on; an unreachable broker parks nothing. No mark of "sent up to here"
 * exists: a row that commits late is simply there the next time.
 */
public final class OutboxRelay implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int LOCK_SPACE = 0x0c0b;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration ACKNOWLEDGE = Duration.ofSeconds(15);

    private final DSLContext db;
    private final SystemWork work;
    private final Producer<String, byte[]> producer;
    private final DeliveryProbe probe;
    private final String source;
    private final int batch;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param source CloudEvents source of what this service sends, as {@code /personnel-service}
     * @param batch rows of a slot that one transaction sends, 500 to 2,000
     */
    public OutboxRelay(
            DSLContext db,
            SystemWork work,
            Producer<String, byte[]> producer,
            DeliveryProbe probe,
            String source,
            int batch,
            MeterRegistry meters) {
        this.db = db;
        this.work = work;
        this.producer = producer;
        this.probe = probe;
        this.source = source;
        this.batch = batch;
        Gauge.builder("opencadre.outbox.depth", this, relay -> relay.measure("count(*)"))
                .description("Messages not yet acknowledged by the broker")
                .register(meters);
        Gauge.builder(
                        "opencadre.outbox.age",
                        this,
                        relay -> relay.measure("coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)"))
                .description("Seconds that the oldest of them has waited")
                .register(meters);
        Gauge.builder("opencadre.outbox.parked", this, OutboxRelay::parked)
                .description("Keys the broker refuses; each wants a look and a replay")
                .register(meters);
    }

    /** What a producer of the relay needs on top of the given settings: nothing lost, the order of each key kept. */
    public static Map<String, Object> settings(Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    /** Says that something may be waiting; cheap, called after every commit that added a message. */
    public void wake() {
        wake.release();
    }

    /** Lets a parked key go on. */
    public void replay(String topic, String key) {
        work.run(
                "outbox replay", () -> db.execute("DELETE FROM outbox_parked WHERE topic = ? AND key = ?", topic, key));
        wake();
    }

    /** Sends what is there now, up to one batch. Returns how many messages the broker acknowledged. */
    public int drain() {
        return work.run("outbox send", this::send);
    }

    private int send() {
        // Claimed by a statement of its own, so that the next one sees what the last holder has deleted.
        Integer[] slots = db.fetch(
                        "SELECT slot FROM generate_series(0, 15) AS slot WHERE pg_try_advisory_xact_lock(?, slot)",
                        LOCK_SPACE)
                .getValues(0, Integer.class)
                .toArray(Integer[]::new);
        List<Sending> sendings = new ArrayList<>();
        Set<String> away = new HashSet<>();
        for (Record row : db.fetch("""
            SELECT id, topic, key, revision, type, payload, created_at FROM outbox o
             WHERE slot = ANY (?) AND NOT EXISTS (SELECT FROM outbox_parked p WHERE p.topic = o.topic AND p.key = o.key)
             ORDER BY id LIMIT ?
            """, slots, batch)) {
            String topic = row.get("topic", String.class);
            if (away.contains(topic)) {
                continue;
            }
            probe.beforeSend(topic, row.get("key", String.class));
            Sending sending = new Sending(row, producer.send(message(row)));
            sendings.add(sending);
            if (isUnknown(sending.future())) {
                LOG.error(
                        "ALARM nothing heard of {}: the topic is missing or the broker away; its messages wait", topic);
                away.add(topic);
            }
        }
        if (sendings.isEmpty()) {
            return 0;
        }
        producer.flush();
        List<Long> acknowledged = acknowledged(sendings);
        probe.afterSend(acknowledged.size());
        db.execute("DELETE FROM outbox WHERE id = ANY (?)", (Object) acknowledged.toArray(Long[]::new));
        return acknowledged.size();
    }

    /** Asking for a topic that is not there takes as long as the producer may block; once a round is enough. */
    private static boolean isUnknown(Future<RecordMetadata> future) {
        return future.state() == Future.State.FAILED
                && future.exceptionNow() instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private record Sending(Record row, Future<RecordMetadata> future) {
        long id() {
            return row.get("id", Long.class);
        }

        String topic() {
            return row.get("topic", String.class);
        }

        String key() {
            return row.get("key", String.class);
        }
    }

    /**
     * The rows that are done with. After a failure of a key its later rows wait, sent or not: receivers drop repeats.
     */
    private List<Long> acknowledged(List<Sending> sendings) {
        List<Long> acknowledged = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        for (Sending sending : sendings) {
            String key = sending.topic() + " " + sending.key();
            Throwable failure = failure(sending.future());
            if (failure == null && !failed.contains(key)) {
                acknowledged.add(sending.id());
            } else if (failure != null && failed.add(key)) {
                if (failure instanceof RetriableException || failure instanceof InterruptedException) {
                    LOG.warn("not sent, will try again: {} {}: {}", sending.topic(), sending.key(), failure.toString());
                } else {
                    park(sending, failure);
                }
            }
        }
        return acknowledged;
    }

    private void park(Sending sending, Throwable failure) {
        LOG.error("ALARM the broker refuses {} {}; the key is parked", sending.topic(), sending.key(), failure);
        db.execute(
                "INSERT INTO outbox_parked (topic, key, error) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                sending.topic(),
                sending.key(),
                failure.toString());
    }

    private static @Nullable Throwable failure(Future<RecordMetadata> future) {
        try {
            future.get(ACKNOWLEDGE.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (java.util.concurrent.TimeoutException e) {
            return new org.apache.kafka.common.errors.TimeoutException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private ProducerRecord<String, byte[]> message(Record row) {
        String topic = row.get("topic", String.class);
        String key = row.get("key", String.class);
        String revision = String.valueOf(row.get("revision", Long.class));
        String payload = row.get("payload", String.class);
        var message = new ProducerRecord<String, byte[]>(
                topic, key, payload == null ? null : payload.getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", topic + "/" + key + "/" + revision);
        header(message, "ce_source", source);
        header(message, "ce_type", row.get("type", String.class));
        header(message, "ce_subject", key);
        header(
                message,
                "ce_time",
                row.get("created_at", OffsetDateTime.class).toInstant().toString());
        header(message, "ce_revision", revision);
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private double measure(String what) {
        return work.run("outbox measure", () -> {
            Double value = db.fetchSingle("SELECT " + what + " FROM outbox").get(0, Double.class);
            return value == null ? 0 : value;
        });
    }

    private double parked() {
        return work.run("outbox measure", () -> {
            Double value = db.fetchSingle("SELECT count(*) FROM outbox_parked").get(0, Double.class);
            return value == null ? 0 : value;
        });
    }

    private void loop() {
        while (running) {
            boolean quiet = true;
            try {
                quiet = drain() == 0;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("outbox out of reach, will try again: {}", e.toString());
            } catch (RuntimeException e) {
                LOG.error("the relay failed and will try again", e);
            }
            try {
                if (quiet) {
                    wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
                wake.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        Thread relay = thread;
        if (relay != null) {
            try {
                relay.join(ACKNOWLEDGE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends for good; after a mere stop it may be started again. */
    @Override
    public void close() {
        stop();
        producer.close(Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
