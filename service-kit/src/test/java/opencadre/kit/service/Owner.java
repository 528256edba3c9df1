package opencadre.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import opencadre.kit.contract.EventContracts;
import opencadre.local.BuildServers;
import opencadre.local.KafkaServer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the owner of a topic stands: sends states that obey its contract to the broker of one service. */
public final class Owner implements AutoCloseable {

    private final KafkaProducer<String, String> producer;

    /** For the tests of a service, as {@code training}. */
    public Owner(String reader) {
        producer = new KafkaProducer<>(
                Map.copyOf(BuildServers.kafka(reader).client(KafkaServer.ADMIN)),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Sends a state, or the news that its key was erased when there is none. */
    public void send(String topic, String key, long revision, @Nullable Object state) {
        if (state != null) {
            assertThat(EventContracts.violations(topic, EventContracts.asSent(state)))
                    .isEmpty();
        }
        var message = new ProducerRecord<>(
                topic, key, state == null ? null : JsonMapper.shared().writeValueAsString(state));
        message.headers().add("ce_revision", Long.toString(revision).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(message).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
