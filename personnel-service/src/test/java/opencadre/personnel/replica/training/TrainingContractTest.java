package opencadre.personnel.replica.training;

import static org.assertj.core.api.Assertions.assertThat;

import opencadre.kit.contract.EventContracts;
import opencadre.personnel.replica.training.CertificateReplica.CertificateState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What training promises is read here: its example, a later release's, and the least it may send. */
class TrainingContractTest {

    /** As the inbox reads. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String TOPIC = "training.certificate.v1";

    @Test
    void aCertificateIsReadAsItIsBelievedNow() {
        CertificateState certificate = read(EventContracts.example(TOPIC));

        assertThat(certificate.believed().state()).isEqualTo("VERIFIED");
        assertThat(certificate.believed().number()).isEqualTo("VSTEP-0174");
        assertThat(read(EventContracts.exampleOfALaterRelease(TOPIC)).believed())
                .isEqualTo(certificate.believed());
        assertThat(read(EventContracts.smallestExample(TOPIC)).believed().validTo())
                .isNull();
    }

    private static CertificateState read(JsonNode state) {
        return JSON.treeToValue(state, CertificateState.class);
    }
}
