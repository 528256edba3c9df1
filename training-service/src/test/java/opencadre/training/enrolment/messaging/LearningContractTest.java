package opencadre.training.enrolment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.enrolment.Course;
import opencadre.training.enrolment.Enrolment;
import opencadre.training.enrolment.LearningFile;
import opencadre.training.enrolment.Result;
import opencadre.training.enrolment.Study;
import opencadre.training.enrolment.StudyMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LearningContractTest {

    private static final String TOPIC = "training.learning.v1";
    private static final UUID PERSON = UUID.fromString("019a8f00-0000-7000-8000-000000000001");
    private static final UUID ENROLMENT = UUID.fromString("019a8f00-0000-7000-8000-0000000000d7");
    private static final UUID PLACE = UUID.fromString("019a8f00-0000-7000-8000-0000000000a1");
    private static final Instant SENT = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-24T02:30:00Z");

    @Test
    void whatSomebodyStudiesIsPublishedAsTheContractShows() {
        var file = new LearningFile(
                PERSON,
                2,
                ENDED,
                List.of(
                        belief(null, null, SENT, ENDED),
                        belief(PartialDate.parse("2022-03"), Result.COMPLETED, ENDED, null)));

        JsonNode published = EventContracts.asSent(LearningPublisher.state(file, "corrected"));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
        assertThat(published.toString()).doesNotContain("an account", "a reason");
    }

    private static Enrolment belief(
            @Nullable PartialDate endsOn, @Nullable Result result, Instant from, @Nullable Instant to) {
        var study = new Study(
                CertificateKind.POLITICAL_THEORY,
                CertificateLevel.THEORY_INTERMEDIATE,
                Course.FULL,
                StudyMode.NON_CONCENTRATED,
                "Trung cấp lý luận chính trị khóa 15",
                "Trường Chính trị tỉnh Thái Nguyên",
                PLACE,
                "312-QĐ/TU",
                LocalDate.of(2021, 3, 5),
                PartialDate.parse("2021-03"),
                endsOn,
                result);
        return new Enrolment(ENROLMENT, study, "a reason", "an account", from, to, null);
    }
}
