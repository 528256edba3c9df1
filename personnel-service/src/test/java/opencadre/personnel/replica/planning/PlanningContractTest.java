package opencadre.personnel.replica.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.personnel.replica.planning.ProcedureReplica.ProcedureState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What planning promises is read here: its example, a later release's, and the least it may send. */
class PlanningContractTest {

    /** As the inbox reads. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String TOPIC = "planning.procedure.v1";

    @Test
    void aConclusionIsReadWithWhomAndWhatItChose() {
        ProcedureState procedure = read(EventContracts.example(TOPIC));

        assertThat(procedure)
                .isEqualTo(new ProcedureState(
                        UUID.fromString("019a8f00-0000-7000-8000-0000000000b1"),
                        UUID.fromString("019a8f00-0000-7000-8000-0000000000e1"),
                        UUID.fromString("019a8f00-0000-7000-8000-000000000001")));
        assertThat(read(EventContracts.exampleOfALaterRelease(TOPIC))).isEqualTo(procedure);
        assertThat(read(EventContracts.smallestExample(TOPIC))).isEqualTo(procedure);
    }

    private static ProcedureState read(JsonNode state) {
        return JSON.treeToValue(state, ProcedureState.class);
    }
}
