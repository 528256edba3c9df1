package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
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

        await(() -> Told.of(TOPIC, id).size() == 4);
        var told = Told.of(TOPIC, id);
        assertThat(told).extracting(Told::revision).containsExactly("1", "2", "3", "4");
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
}
