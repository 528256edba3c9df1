package opencadre.kit.events;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import opencadre.kit.TestDatabase;
import opencadre.local.Database;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One instance of a service that only delivers: a relay, an inbox, and a copy of counters. Runs in a test or, by
 * {@link #main}, as a process that can be killed; then it waits for ever at the moment it is told, and says so.
 */
final class DeliveryNode implements AutoCloseable {

    /** Where the state of a counter travels. */
    record Counter(String word) {}

    private final OutboxRelay relay;
    private final Outbox outbox;
    private final Inbox inbox;

    DeliveryNode(TestDatabase database, Map<String, String> broker, String topic, DeliveryProbe probe) {
        var meters = new SimpleMeterRegistry();
        Map<String, Object> base = Map.copyOf(broker);
        var producer =
                new KafkaProducer<>(OutboxRelay.settings(base), new StringSerializer(), new ByteArraySerializer());
        relay = new OutboxRelay(database.db(), database.systemWork(), producer, probe, "/test", 50, meters);
        outbox = new Outbox(database.db(), relay);
        var consumers = new DefaultKafkaConsumerFactory<>(
                Inbox.settings(base), new StringDeserializer(), new ByteArrayDeserializer());
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var copy = new Subscription<>(topic, Counter.class, new CounterCopy(database.db()));
        inbox = new Inbox(
                database.db(), database.systemWork(), json, probe, "test-service", consumers, List.of(copy), meters);
    }

    Outbox outbox() {
        return outbox;
    }

    OutboxRelay relay() {
        return relay;
    }

    Inbox inbox() {
        return inbox;
    }

    @Override
    public void close() {
        inbox.stop();
        relay.close();
    }

    /**
     * Arguments: url, role, password, topic, {@code relay} or {@code inbox}, moment to stop at, settings as
     * {@code a=b}.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Database database = new Database(arguments[0], "", "", arguments[1], arguments[2]);
        DeliveryNode node =
                new DeliveryNode(TestDatabase.of(database), broker(arguments), arguments[3], stoppingAt(arguments[5]));
        if (arguments[4].equals("relay")) {
            node.relay().start();
        } else {
            node.inbox().start();
        }
        System.out.println("RUNS");
        Thread.currentThread().join();
    }

    private static Map<String, String> broker(String[] arguments) {
        return Arrays.stream(arguments)
                .skip(6)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static DeliveryProbe stoppingAt(String moment) {
        return new DeliveryProbe() {
            @Override
            public void beforeSend(String topic, String key) {
                reached("beforeSend");
            }

            @Override
            public void afterSend(int messages) {
                reached("afterSend");
            }

            @Override
            public void afterEffect(String topic) {
                reached("afterEffect");
            }

            private void reached(String here) {
                if (here.equals(moment)) {
                    System.out.println("AT " + here);
                    waitToBeKilled();
                }
            }
        };
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void waitToBeKilled() {
        while (true) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }
}
