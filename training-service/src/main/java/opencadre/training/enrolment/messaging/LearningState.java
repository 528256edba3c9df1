package opencadre.training.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.enrolment.Course;
import opencadre.training.enrolment.Result;
import opencadre.training.enrolment.StudyMode;
import org.jspecify.annotations.Nullable;

/** {@code training.learning.v1}, see {@code contracts/training/events}. Nobody's account and no reason leave. */
record LearningState(UUID personId, long revision, Instant recordedAt, String because, List<Version> enrolments) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            UUID enrolmentId,
            CertificateKind kind,
            CertificateLevel level,
            Course course,
            StudyMode mode,
            String name,
            String provider,
            @Nullable UUID placeUnitId,
            String decision,
            LocalDate decidedOn,
            PartialDate startsOn,
            @Nullable PartialDate endsOn,
            @Nullable Result result,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}
}
