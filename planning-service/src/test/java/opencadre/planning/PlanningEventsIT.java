package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What others are told, as it stands on the topics. */
class PlanningEventsIT extends ProcedureRequests {

    private static final String PLAN = "planning.plan-entry.v1";
    private static final String PROCEDURE = "planning.procedure.v1";

    @Test
    void aPlanIsToldFromItsApprovalOnAndTheErasureOfThePersonLast() {
        Official person = published("Hà Văn Tin");
        String entry = proposed(person.id, chair);
        String key = person.id.toString();
        approve(LEADER, entry, 1, "2026-03-15");
        person.post(UUID.randomUUID(), chair, "2027-10-01", null).send();
        await(() -> told(PLAN, key).size() == 2);

        person.erase();

        await(() -> told(PLAN, key).size() == 3);
        List<ConsumerRecord<String, String>> told = told(PLAN, key);
        assertThat(told).extracting(PlanningEventsIT::revision).containsExactly("1", "2", "3");
        assertThat(told.getLast().value()).isNull();
        JsonNode approved = JsonMapper.shared().readTree(told.get(0).value());
        JsonNode fulfilled = JsonMapper.shared().readTree(told.get(1).value());
        assertThat(EventContracts.violations(PLAN, approved)).isEmpty();
        assertThat(EventContracts.violations(PLAN, fulfilled)).isEmpty();
        assertThat(approved.path("entries")).hasSize(1);
        assertThat(fulfilled.path("entries").path(1).path("ended").asString()).isEqualTo("FULFILLED");
        assertThat(fulfilled.path("entries").path(1).path("validTo").asString()).isEqualTo("2027-10-01");
    }

    @Test
    void aProcedureIsToldWithItsConclusionAloneAndTheHeadOfItsRecord() {
        Official person = candidate("Hà Văn Kết");
        String id = inSteps(List.of(person));
        documents(id, person);
        fiveSteps(id, person.id);
        assertThat(told(PROCEDURE, id)).isEmpty();

        done(LEADER, id, "conclude", Map.of("concludedOn", "2026-11-20"));

        await(() -> told(PROCEDURE, id).size() == 1);
        String value = told(PROCEDURE, id).getFirst().value();
        JsonNode concluded = JsonMapper.shared().readTree(value);
        JsonNode record =
                as(OFFICER).get(PROCEDURES + "/" + id + "/record").body().path("entries");
        assertThat(EventContracts.violations(PROCEDURE, concluded)).isEmpty();
        assertThat(concluded.path("personId").asString()).isEqualTo(person.id.toString());
        assertThat(concluded.path("ruleVersion").asString()).isEqualTo("377-QĐ/TW@2025-10-08");
        assertThat(concluded.path("proof").path("entries").asInt()).isEqualTo(record.size());
        assertThat(concluded.path("proof").path("head").asString())
                .isEqualTo(record.path(record.size() - 1).path("hash").asString());
        assertThat(value).doesNotContain("votes", "summoned");
    }

    private static String revision(ConsumerRecord<String, String> told) {
        return new String(told.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> told(String topic, String key) {
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.copyOf(BuildServers.kafka(SERVICE).client(KafkaServer.ADMIN)),
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
