package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    private static final Path TOPICS = Parts.root().resolve("deploy/kafka/topics.csv");
    private static final TopicPartition UNITS = new TopicPartition("personnel.unit.v1", 0);

    @TempDir
    private Path dir;

    @Test
    void acknowledgedRecordsSurviveAKillAndTopicsAreMadeOnce() throws ExecutionException, InterruptedException {
        List<Integer> ports = FreePorts.some(2);
        try (KafkaServer kafka = KafkaServer.start(dir, ports.getFirst(), ports.getLast(), dir.resolve("kafka.log"))) {
            kafka.ensureTopics(TOPICS);
            send(kafka, "u1", "Ban Tổ chức");

            kafka.kill();
            kafka.restart();
            kafka.ensureTopics(TOPICS);

            assertThat(firstValue(kafka)).isEqualTo("Ban Tổ chức");
            assertThat(settings(kafka)).containsEntry("cleanup.policy", "compact");
        }
    }

    @Test
    void aFrozenBrokerAnswersAgainWhenItGoesOn() throws ExecutionException, InterruptedException {
        List<Integer> ports = FreePorts.some(2);
        try (KafkaServer kafka = KafkaServer.start(dir, ports.getFirst(), ports.getLast(), dir.resolve("kafka.log"))) {
            kafka.ensureTopics(TOPICS);

            kafka.pause();
            kafka.resume();

            send(kafka, "u1", "after");
            assertThat(firstValue(kafka)).isEqualTo("after");
        }
    }

    private static void send(KafkaServer kafka, String key, String value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(UNITS.topic(), key, value)).get();
        }
    }

    private static String firstValue(KafkaServer kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
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
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            return admin.describeConfigs(List.of(units)).all().get().values().stream()
                    .map(Config::entries)
                    .flatMap(Collection::stream)
                    .collect(Collectors.toMap(e -> e.name(), e -> "" + e.value()));
        }
    }
}
