package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opencadre.kit.contract.EventContracts;
import opencadre.local.BuildServers;
import opencadre.local.KafkaServer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others are told of decisions, seats and people, as it stands on the topics. */
class DecisionEventsIT extends DecisionRequests {

    @Test
    void aDecisionIsToldFromItsIssueOnWithEveryBelief() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Hà Văn Tin", COMMUNE);
        JsonNode issued = issued(conclusion(person, seat), DAY);
        JsonNode corrected = corrected(OFFICER, issued, DAY.plusDays(2)).body();
        act(
                OFFICER,
                "rescind",
                corrected,
                Map.of("number", "9-QĐ/ĐU", "signedOn", TODAY.toString(), "reason", "Ban hành sai"));
        String id = issued.path("id").asString();

        await(() -> told("personnel.decision.v1", id).size() == 3);
        List<ConsumerRecord<String, String>> records = told("personnel.decision.v1", id);
        List<JsonNode> states = states("personnel.decision.v1", records);

        assertThat(records).extracting(DecisionEventsIT::revision).containsExactly("2", "3", "4");
        assertThat(states.getLast()
                        .path("versions")
                        .valueStream()
                        .map(version -> version.path("status").asString()))
                .containsExactly("ISSUED", "ISSUED", "RESCINDED");
        assertThat(states.getFirst()
                        .path("versions")
                        .path(0)
                        .path("effects")
                        .path(0)
                        .path("effectiveFrom")
                        .asString())
                .isEqualTo(DAY.toString());
        await(() -> told("personnel.person.v1", person).size() == 4);
        List<JsonNode> people = states("personnel.person.v1", told("personnel.person.v1", person));
        assertThat(people.get(1)
                        .path("assignments")
                        .valueStream()
                        .filter(post -> post.path("seatId").asString("").equals(seat))
                        .map(post -> post.path("validFrom").asString()))
                .containsExactly(DAY.toString());
        assertThat(people.getLast()
                        .path("assignments")
                        .valueStream()
                        .filter(post -> !post.has("recordedTo"))
                        .map(post -> post.has("seatId") || post.has("validTo")))
                .as("the post of before, open as it was")
                .containsExactly(false);
        assertThat(states("personnel.seat.v1", told("personnel.seat.v1", seat))).hasSize(1);
    }

    private static List<JsonNode> states(String topic, List<ConsumerRecord<String, String>> records) {
        List<JsonNode> states = records.stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
        assertThat(states)
                .allSatisfy(state ->
                        assertThat(EventContracts.violations(topic, state)).isEmpty());
        return states;
    }

    private static String revision(ConsumerRecord<String, String> told) {
        return new String(told.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> told(String topic, String key) {
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.copyOf(BuildServers.kafka("personnel").client(KafkaServer.ADMIN)),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
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
