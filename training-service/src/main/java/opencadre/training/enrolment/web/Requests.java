package opencadre.training.enrolment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.enrolment.Course;
import opencadre.training.enrolment.Result;
import opencadre.training.enrolment.Study;
import opencadre.training.enrolment.StudyMode;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/training/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewEnrolment(
            @NotNull CertificateKind kind,
            @NotNull CertificateLevel level,
            @NotNull Course course,
            @NotNull StudyMode mode,
            @NotBlank @Size(min = 2, max = 200) String name,
            @NotBlank @Size(min = 2, max = 200) String provider,
            @Nullable UUID placeUnitId,
            @NotBlank @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate decidedOn,
            @NotNull PartialDate startsOn,
            @Nullable PartialDate endsOn,
            @Nullable Result result) {

        Study study() {
            return new Study(
                    kind,
                    level,
                    course,
                    mode,
                    name,
                    provider,
                    placeUnitId,
                    decision,
                    decidedOn,
                    startsOn,
                    endsOn,
                    result);
        }
    }

    record EnrolmentCorrection(
            @NotNull CertificateKind kind,
            @NotNull CertificateLevel level,
            @NotNull Course course,
            @NotNull StudyMode mode,
            @NotBlank @Size(min = 2, max = 200) String name,
            @NotBlank @Size(min = 2, max = 200) String provider,
            @Nullable UUID placeUnitId,
            @NotBlank @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate decidedOn,
            @NotNull PartialDate startsOn,
            @Nullable PartialDate endsOn,
            @Nullable Result result,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        Study study() {
            return new Study(
                    kind,
                    level,
                    course,
                    mode,
                    name,
                    provider,
                    placeUnitId,
                    decision,
                    decidedOn,
                    startsOn,
                    endsOn,
                    result);
        }
    }

    record Reason(@NotBlank @Size(min = 3, max = 500) String reason) {}
}
