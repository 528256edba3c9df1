package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others are told of studies, as it stands on the topic. */
class LearningEventsIT extends EnrolmentRequests {

    private static final String TOPIC = "training.learning.v1";

    @Test
    void everyChangeIsToldInOrderAndTheErasureOfThePersonLast() {
        UUID person = published("Hà Văn Kể", COMMUNE);
        String id = enrolled(person);
        correctStudy(TRAINER, person, id, 1, with(with(intermediate(), "endsOn", "2022"), "result", "COMPLETED"));
        assertThat(voidStudy(TRAINER, person, id, 2).status()).isEqualTo(200);

        erase(person, 2);

        await(() -> Told.of(TOPIC, person.toString()).size() == 4);
        var told = Told.of(TOPIC, person.toString());
        assertThat(told).extracting(Told::revision).containsExactly("1", "2", "3", "4");
        assertThat(told.getLast().value()).isNull();
        List<JsonNode> states = told.subList(0, 3).stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
        assertThat(states)
                .allSatisfy(state ->
                        assertThat(EventContracts.violations(TOPIC, state)).isEmpty());
        assertThat(states)
                .extracting(state -> state.path("enrolments")
                        .valueStream()
                        .filter(version -> version.path("recordedTo").isMissingNode())
                        .count())
                .containsExactly(1L, 1L, 0L);
        assertThat(read("SELECT count(*)::text FROM enrolment_past WHERE person_id = '" + person + "'"))
                .containsExactly("0");
    }
}
