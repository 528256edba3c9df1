package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.local.BuildServers;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others are told, as it stands on the topic. */
class CertificateEventsIT extends CertificateRequests {

    private static final String TOPIC = "training.certificate.v1";

    @Test
    void everyStepIsToldInOrderAndTheErasureOfThePersonLast() {
        UUID person = published("Hà Văn Tin", COMMUNE);
        String id = entered(person);
        verify(VERIFIER, person, id, 1);
        decide(VERIFIER, person, id, "revoke", 2, WHY);
        assertThat(verify(VERIFIER, person, id, 3).status()).isEqualTo(422);

        erase(person, 2);

        await(() -> told(id).size() == 4);
        List<ConsumerRecord<String, String>> told = told(id);
        assertThat(told).extracting(CertificateEventsIT::revision).containsExactly("1", "2", "3", "4");
        assertThat(told.getLast().value()).isNull();
        List<JsonNode> states = told.subList(0, 3).stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
        assertThat(states)
                .allSatisfy(state ->
                        assertThat(EventContracts.violations(TOPIC, state)).isEmpty());
        assertThat(states)
                .extracting(state -> state.path("versions")
                        .path(state.path("versions").size() - 1)
                        .path("state")
                        .asString())
                .containsExactly("ENTERED", "VERIFIED", "REVOKED");
    }

    private static String revision(ConsumerRecord<String, String> told) {
        return new String(told.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> told(String key) {
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", BuildServers.kafka(SERVICE).bootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        told.add(record);
                    }
                });
            }
        }
        return told;
    }
}
