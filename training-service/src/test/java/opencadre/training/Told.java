package opencadre.training;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opencadre.local.BuildServers;
import opencadre.local.KafkaServer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands on a topic of this service. */
final class Told {

    private Told() {}

    static String revision(ConsumerRecord<String, String> told) {
        return new String(told.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8);
    }

    /** Every record of a key, in order. */
    static List<ConsumerRecord<String, String>> of(String topic, String key) {
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.copyOf(BuildServers.kafka(RunningService.SERVICE).client(KafkaServer.ADMIN)),
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
