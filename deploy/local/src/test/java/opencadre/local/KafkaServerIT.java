package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    private static final TopicPartition UNITS = new TopicPartition("personnel.unit.v1", 0);

    @TempDir
    private Path dir;

    @Test
    void acknowledgedRecordsSurviveAKillAndTopicsAreMadeOnce() throws ExecutionException, InterruptedException {
        List<Integer> ports = FreePorts.some(2);
        try (KafkaServer kafka = KafkaServer.start(dir, ports.getFirst(), ports.getLast(), dir.resolve("kafka.log"))) {
            kafka.ensureTopics();
            send(kafka, "u1", "Ban Tổ chức");

            kafka.kill();
            kafka.restart();
            kafka.ensureTopics();

            assertThat(firstValue(kafka)).isEqualTo("Ban Tổ chức");
            assertThat(settings(kafka)).containsEntry("cleanup.policy", "compact");
        }
    }

    @Test
    void aFrozenBrokerAnswersAgainWhenItGoesOn() throws ExecutionException, InterruptedException {
        List<Integer> ports = FreePorts.some(2);
        try (KafkaServer kafka = KafkaServer.start(dir, ports.getFirst(), ports.getLast(), dir.resolve("kafka.log"))) {
            kafka.ensureTopics();

            kafka.pause();
            kafka.resume();

            send(kafka, "u1", "after");
            assertThat(firstValue(kafka)).isEqualTo("after");
        }
    }

    @Test
    void aServiceWritesItsOwnTopicsReadsWhatIsListedAndNobodyElseIsServed() {
        List<Integer> ports = FreePorts.some(2);
        try (KafkaServer kafka = KafkaServer.start(dir, ports.getFirst(), ports.getLast(), dir.resolve("kafka.log"))) {
            kafka.ensureTopics();

            assertThat(written(kafka.client("personnel"), "personnel.unit.v1")).isEmpty();
            assertThat(written(kafka.client("planning"), "personnel.unit.v1"))
                    .contains(TopicAuthorizationException.class);
            assertThat(written(kafka.client("training"), "planning.procedure.v1"))
                    .contains(TopicAuthorizationException.class);
            assertThat(read(kafka.client("planning"), "personnel.unit.v1", "planning-service.units.1"))
                    .isEmpty();
            assertThat(read(kafka.client("training"), "planning.procedure.v1", "training-service.x.1"))
                    .contains(TopicAuthorizationException.class);
            assertThat(read(kafka.client("training"), "personnel.unit.v1", "planning-service.units.1"))
                    .contains(GroupAuthorizationException.class);
            Map<String, String> forged = new HashMap<>(kafka.client("personnel"));
            forged.replaceAll((name, value) -> value.replaceAll("password=\"[0-9a-f]+", "password=\"guessed"));
            assertThat(written(forged, "personnel.unit.v1")).contains(SaslAuthenticationException.class);
            Map<String, String> nobody = Map.of("bootstrap.servers", kafka.bootstrap());
            assertThat(written(nobody, "personnel.unit.v1")).isNotEmpty();
        }
    }

    /** Why it was refused; empty when it was taken. */
    private static Optional<Class<?>> written(Map<String, String> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.block.ms", "5000");
        settings.put("delivery.timeout.ms", "5000");
        settings.put("request.timeout.ms", "4000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "k", "v")).get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(Objects.requireNonNull(e.getCause()).getClass());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (KafkaException e) {
            return Optional.of(e.getClass());
        }
    }

    private static Optional<Class<?>> read(Map<String, String> client, String topic, String group) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("group.id", group);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int i = 0; i < 20 && consumer.assignment().isEmpty(); i++) {
                consumer.poll(Duration.ofMillis(250));
            }
            return Optional.empty();
        } catch (KafkaException e) {
            return Optional.of(e.getClass());
        }
    }

    private static void send(KafkaServer kafka, String key, String value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.client("personnel"));
        settings.put("acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(UNITS.topic(), key, value)).get();
        }
    }

    private static String firstValue(KafkaServer kafka) {
        Map<String, Object> settings = Map.copyOf(kafka.client("planning"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(UNITS));
            consumer.seekToBeginning(List.of(UNITS));
            StringBuilder first = new StringBuilder();
            Await.until(Duration.ofSeconds(30), () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> first.append(record.value()));
                return !first.isEmpty();
            });
            return first.toString();
        }
    }

    private static Map<String, String> settings(KafkaServer kafka) throws ExecutionException, InterruptedException {
        ConfigResource units = new ConfigResource(ConfigResource.Type.TOPIC, UNITS.topic());
        try (Admin admin = Admin.create(Map.copyOf(kafka.client(KafkaServer.ADMIN)))) {
            return admin.describeConfigs(List.of(units)).all().get().values().stream()
                    .map(Config::entries)
                    .flatMap(Collection::stream)
                    .collect(Collectors.toMap(e -> e.name(), e -> "" + e.value()));
        }
    }
}
