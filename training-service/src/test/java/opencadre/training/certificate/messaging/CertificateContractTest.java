package opencadre.training.certificate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.Act;
import opencadre.training.certificate.Certificate;
import opencadre.training.certificate.CertificateContent;
import opencadre.training.certificate.CertificateFile;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.certificate.CertificateState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CertificateContractTest {

    private static final String TOPIC = "training.certificate.v1";
    private static final UUID CERTIFICATE = UUID.fromString("019a8f00-0000-7000-8000-0000000000c1");
    private static final UUID PERSON = UUID.fromString("019a8f00-0000-7000-8000-000000000001");
    private static final Instant ENTERED = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2026-11-20T01:05:00Z");
    private static final Instant VERIFIED = Instant.parse("2026-11-24T02:30:00Z");

    @Test
    void aCertificateIsPublishedAsTheContractShows() {
        JsonNode published = EventContracts.asSent(CertificatePublisher.state(file(), "verified"));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void whyAndByWhomStaysInside() {
        String published = JsonMapper.shared().writeValueAsString(CertificatePublisher.state(file(), "verified"));

        assertThat(published).doesNotContain("an account", "a name", "a reason");
    }

    private static CertificateFile file() {
        return new CertificateFile(
                CERTIFICATE,
                PERSON,
                3,
                VERIFIED,
                List.of(
                        belief("VSTEP-0147", CertificateState.ENTERED, ENTERED, CORRECTED),
                        belief("VSTEP-0174", CertificateState.ENTERED, CORRECTED, VERIFIED),
                        belief("VSTEP-0174", CertificateState.VERIFIED, VERIFIED, null)));
    }

    private static Certificate belief(String number, CertificateState state, Instant from, @Nullable Instant to) {
        var act = new Act("an account", "a name", from, "a reason", Set.of());
        return new Certificate(
                CERTIFICATE,
                PERSON,
                new CertificateContent(
                        CertificateKind.FOREIGN_LANGUAGE,
                        CertificateLevel.LANGUAGE_3,
                        "Tiếng Anh",
                        number,
                        "Trường Đại học Sư phạm",
                        new PartialDate(2024, 6, null),
                        LocalDate.of(2027, 6, 15)),
                state,
                Set.of("an account"),
                act,
                act,
                to,
                to == null ? null : "a reason");
    }
}
