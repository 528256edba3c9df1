package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTest {

    private static final Path ROOT = Parts.root();

    @Test
    void everyEventOfTheContractsHasItsTopic() throws IOException {
        List<String> topics = Topic.read(ROOT.resolve("deploy/kafka/topics.csv")).stream()
                .map(Topic::name)
                .toList();
        List<String> events = Files.readAllLines(ROOT.resolve("contracts/events.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .toList();

        assertThat(events).isNotEmpty();
        assertThat(topics).containsAll(events);
    }
}
