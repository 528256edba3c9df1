package opencadre.training.enrolment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.enrolment.Course;
import opencadre.training.enrolment.LearningFile;
import opencadre.training.enrolment.LearningView;
import opencadre.training.enrolment.Result;
import opencadre.training.enrolment.Study;
import opencadre.training.enrolment.StudyMode;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/training/openapi.yaml}. */
final class Views {

    private Views() {}

    record Learning(LocalDate asOf, UUID personId, long revision, List<EnrolmentLine> items) {

        static Learning of(LocalDate asOf, LearningView view, Map<UUID, String> units) {
            return new Learning(
                    asOf,
                    view.personId(),
                    view.revision(),
                    view.items().stream()
                            .map(enrolment -> EnrolmentLine.of(enrolment.id(), enrolment.study(), units))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnrolmentLine(
            UUID id,
            CertificateKind kind,
            CertificateLevel level,
            Course course,
            StudyMode mode,
            String name,
            String provider,
            @Nullable UUID placeUnitId,
            @Nullable String placeName,
            String decision,
            LocalDate decidedOn,
            PartialDate startsOn,
            @Nullable PartialDate endsOn,
            @Nullable Result result) {

        static EnrolmentLine of(UUID id, Study study, Map<UUID, String> units) {
            UUID place = study.placeUnitId();
            return new EnrolmentLine(
                    id,
                    study.kind(),
                    study.level(),
                    study.course(),
                    study.mode(),
                    study.name(),
                    study.provider(),
                    place,
                    place == null ? null : units.get(place),
                    study.decision(),
                    study.decidedOn(),
                    study.startsOn(),
                    study.endsOn(),
                    study.result());
        }
    }

    record LearningHistory(UUID personId, List<EnrolmentBelief> items) {

        static LearningHistory of(LearningFile file, Map<UUID, String> units) {
            return new LearningHistory(
                    file.personId(),
                    file.beliefs().stream()
                            .map(belief -> new EnrolmentBelief(
                                    EnrolmentLine.of(belief.id(), belief.study(), units),
                                    belief.reason(),
                                    belief.recordedFrom(),
                                    belief.recordedTo(),
                                    belief.endedBecause()))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnrolmentBelief(
            EnrolmentLine enrolment,
            String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {}
}
