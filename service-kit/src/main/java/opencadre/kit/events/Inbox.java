package opencadre.kit.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over the state that others publish. The inbox row of a key commits with the effect, so an effect happens once;
 * only a newer revision than the one here has any. The broker's offset is a hint and nothing more.
 *
 * <p>A record whose effect fails is parked, with an alarm and a replay, while the others go on; a newer record of its
 * key takes its place. When the database is away nothing is parked: the batch is tried again until it is back.
 */
public final class Inbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final long NO_REVISION = -1;

    private final DSLContext db;
    private final SystemWork work;
    private final JsonMapper json;
    private final DeliveryProbe probe;
    private final String service;
    private final ConsumerFactory<String, byte[]> consumers;
    private final Map<String, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private final Map<String, KafkaMessageListenerContainer<String, byte[]>> containers = new LinkedHashMap<>();
    private volatile boolean running;

    public Inbox(
            DSLContext db,
            SystemWork work,
            JsonMapper json,
            DeliveryProbe probe,
            String service,
            ConsumerFactory<String, byte[]> consumers,
            List<Subscription<?>> subscriptions,
            MeterRegistry meters) {
        this.db = db;
        this.work = work;
        this.json = json;
        this.probe = probe;
        this.service = service;
        this.consumers = consumers;
        subscriptions.forEach(subscription -> this.subscriptions.put(subscription.topic(), subscription));
        Gauge.builder("opencadre.inbox.parked", this, inbox -> inbox.parked().size())
                .description("Keys whose record could not be taken over; each wants a look and a replay")
                .register(meters);
    }

    /** What a consumer of the inbox needs on top of the given settings. */
    public static Map<String, Object> settings(Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return settings;
    }

    /** A record that could not be taken over. */
    public record Parked(String topic, String key, long revision, String error, Instant parkedAt) {}

    /** What waits for a look. */
    public List<Parked> parked() {
        return work.run(
                "inbox look",
                () -> db.fetch("SELECT topic, key, revision, error, parked_at FROM inbox_parked ORDER BY parked_at")
                        .map(row -> new Parked(
                                row.get("topic", String.class),
                                row.get("key", String.class),
                                row.get("revision", Long.class),
                                row.get("error", String.class),
                                row.get("parked_at", java.time.OffsetDateTime.class)
                                        .toInstant())));
    }

    /** Tries a parked record again. Returns whether its effect now stands. Errors: whatever the effect fails with. */
    public boolean replay(String topic, String key) {
        return work.run("inbox replay " + topic, () -> {
            var parked = db.fetchOptional(
                    "SELECT revision, payload, parked_at FROM inbox_parked WHERE topic = ? AND key = ? FOR UPDATE",
                    topic,
                    key);
            if (parked.isEmpty()) {
                return false;
            }
            Incoming incoming = new Incoming(
                    topic,
                    key,
                    parked.get().get("revision", Long.class),
                    parked.get()
                            .get("parked_at", java.time.OffsetDateTime.class)
                            .toInstant(),
                    parked.get().get("payload", String.class));
            take(incoming);
            return true;
        });
    }

    /** Forgets what came from a topic and reads it anew from the beginning. */
    public synchronized void rebuild(String topic) {
        Subscription<?> subscription = java.util.Objects.requireNonNull(subscriptions.get(topic), topic);
        KafkaMessageListenerContainer<String, byte[]> container = containers.remove(topic);
        if (container != null) {
            container.stop();
        }
        try {
            work.run("inbox rebuild " + topic, () -> {
                // The revision reached stays as a floor, so that no older state has an effect on the way back to it.
                db.execute("UPDATE inbox SET revision = revision - 1 WHERE topic = ?", topic);
                db.execute("DELETE FROM inbox_parked WHERE topic = ?", topic);
                subscription.applier().reset();
                return db.execute("UPDATE replica SET generation = gen_random_uuid() WHERE topic = ?", topic);
            });
        } finally {
            // Whatever failed, somebody goes on reading.
            listen(topic);
        }
    }

    /** Topics this service takes from. */
    public List<String> topics() {
        return List.copyOf(subscriptions.keySet());
    }

    private record Incoming(
            String topic,
            String key,
            long revision,
            Instant time,
            @Nullable String payload) {}

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Incoming> newest = new LinkedHashMap<>();
        List<Incoming> withoutRevision = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> received : records) {
            if (received.key() == null) {
                LOG.error("ALARM a record without key on {} at {}", received.topic(), received.offset());
                continue;
            }
            Incoming incoming = incoming(received);
            if (incoming.revision() == NO_REVISION) {
                withoutRevision.add(incoming);
                continue;
            }
            newest.merge(incoming.key(), incoming, (one, other) -> other.revision() >= one.revision() ? other : one);
        }
        withoutRevision.forEach(this::takeOrPark);
        if (newest.isEmpty()) {
            return;
        }
        String topic = records.getFirst().topic();
        try {
            work.run("inbox " + topic, () -> {
                newest.values().forEach(this::take);
                return null;
            });
        } catch (RuntimeException e) {
            rethrowIfPassing(e);
            newest.values().forEach(this::takeOrPark);
        }
        probe.afterEffect(topic);
    }

    private void takeOrPark(Incoming incoming) {
        try {
            work.run("inbox " + incoming.topic(), () -> {
                take(incoming);
                return null;
            });
        } catch (RuntimeException e) {
            rethrowIfPassing(e);
            LOG.error(
                    "ALARM {} {} revision {} could not be taken over and is parked",
                    incoming.topic(),
                    incoming.key(),
                    incoming.revision(),
                    e);
            park(incoming, e);
        }
    }

    private void take(Incoming incoming) {
        if (incoming.revision() == NO_REVISION) {
            throw new IllegalArgumentException("no readable revision: its place among the others is unknown");
        }
        int newer = db.execute("""
            INSERT INTO inbox (topic, key, revision) VALUES (?, ?, ?)
            ON CONFLICT (topic, key) DO UPDATE SET revision = excluded.revision, applied_at = excluded.applied_at
             WHERE inbox.revision < excluded.revision
            """, incoming.topic(), incoming.key(), incoming.revision());
        if (newer == 1) {
            apply(java.util.Objects.requireNonNull(subscriptions.get(incoming.topic())), incoming);
        }
        db.execute(
                "DELETE FROM inbox_parked WHERE topic = ? AND key = ? AND revision <= ?",
                incoming.topic(),
                incoming.key(),
                incoming.revision());
    }

    private <T> void apply(Subscription<T> subscription, Incoming incoming) {
        if (incoming.payload() == null) {
            subscription.applier().erase(incoming.key());
        } else {
            T state = json.readValue(incoming.payload(), subscription.type());
            subscription
                    .applier()
                    .apply(state, new Subscription.Received(incoming.key(), incoming.revision(), incoming.time()));
        }
    }

    private void park(Incoming incoming, RuntimeException failure) {
        work.run(
                "inbox park",
                () -> db.execute(
                        """
                        INSERT INTO inbox_parked (topic, key, revision, payload, error) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (topic, key) DO UPDATE
                           SET revision = excluded.revision, payload = excluded.payload, error = excluded.error,
                               parked_at = excluded.parked_at
                         WHERE inbox_parked.revision <= excluded.revision
                        """,
                        incoming.topic(),
                        incoming.key(),
                        incoming.revision(),
                        incoming.payload(),
                        failure instanceof JacksonException ? "not of the expected form" : failure.toString()));
    }

    /** What time heals is no fault of the record. */
    private static void rethrowIfPassing(RuntimeException e) {
        if (e instanceof TransientDataAccessException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException) {
            throw e;
        }
    }

    private static Incoming incoming(ConsumerRecord<String, byte[]> received) {
        String payload = received.value() == null ? null : new String(received.value(), StandardCharsets.UTF_8);
        return new Incoming(received.topic(), received.key(), revision(received), time(received), payload);
    }

    /** A record without a readable revision can never be taken over; it is parked until its owner sends a newer one. */
    private static long revision(ConsumerRecord<String, byte[]> received) {
        String text = header(received, "ce_revision");
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : NO_REVISION;
    }

    private static Instant time(ConsumerRecord<String, byte[]> received) {
        String text = header(received, "ce_time");
        try {
            return text == null ? Instant.ofEpochMilli(received.timestamp()) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(received.timestamp());
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void listen(String topic) {
        UUID generation = work.run("inbox start", () -> {
            db.execute("INSERT INTO replica (topic) VALUES (?) ON CONFLICT DO NOTHING", topic);
            return db.fetchSingle("SELECT generation FROM replica WHERE topic = ?", topic)
                    .get(0, UUID.class);
        });
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId(service + "." + topic + "." + generation);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener((BatchMessageListener<String, byte[]>) this::receive);
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("inbox " + topic);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        containers.put(topic, container);
        container.start();
    }

    @Override
    public void start() {
        running = true;
        subscriptions.keySet().forEach(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        containers.values().forEach(KafkaMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
