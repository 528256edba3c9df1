package opencadre.planning.replica.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import opencadre.kit.contract.EventContracts;
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

    private static final String CERTIFICATE = "training.certificate.v1";

    @Test
    void aCertificateIsReadAsItIsBelievedNow() {
        CertificateReplica.CertificateState certificate = read(EventContracts.example(CERTIFICATE));

        assertThat(certificate.believed().state()).isEqualTo("VERIFIED");
        assertThat(certificate.believed().number()).isEqualTo("VSTEP-0174");
        assertThat(certificate.believed().validTo()).isEqualTo(LocalDate.of(2027, 6, 16));
        assertThat(read(EventContracts.exampleOfALaterRelease(CERTIFICATE))).isEqualTo(certificate);
    }

    @Test
    void theLeastThatACertificateMayBeIsRead() {
        CertificateReplica.CertificateState certificate = read(EventContracts.smallestExample(CERTIFICATE));

        assertThat(certificate.believed().state()).isEqualTo("VERIFIED");
        assertThat(certificate.believed().validTo()).isNull();
    }

    private static CertificateReplica.CertificateState read(JsonNode state) {
        return JSON.treeToValue(state, CertificateReplica.CertificateState.class);
    }
}
