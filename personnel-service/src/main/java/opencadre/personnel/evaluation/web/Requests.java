package opencadre.personnel.evaluation.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.personnel.evaluation.rule.Circumstance;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.OwnWords;
import opencadre.personnel.evaluation.rule.RatedPeriod;
import opencadre.personnel.evaluation.rule.Sheet;
import opencadre.personnel.evaluation.rule.Standing;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewEvaluation(
            @NotNull UUID unitId,
            @NotNull ManagementScope level,
            @NotNull @Min(2000) @Max(2200) Integer year,
            @Nullable @Min(1) @Max(4) Integer quarter,
            @NotNull @Size(min = 1, max = 60) String scheme) {

        RatedPeriod period() {
            return new RatedPeriod(year, quarter);
        }
    }

    record EvaluatedUnit(
            @Nullable Grade unitGrade,
            @Nullable @Size(min = 1, max = 200) String unitGradeDocument) {}

    record SheetContent(
            @Nullable Standing standing,
            @Nullable @Min(0) @Max(100) BigDecimal selfPoints,
            @Nullable Grade selfGrade,
            @Nullable @Size(min = 1, max = 2000) String comment,
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(min = 1, max = 4) List<@NotNull BigDecimal>> scores,
            @NotNull @Size(max = 10) Map<String, @NotNull Integer> circumstances,
            @Nullable Grade proposed,
            @Nullable @Size(min = 3, max = 500) String reason) {

        Sheet sheet(Map<Circumstance, Integer> known) {
            return new Sheet(standing, selfPoints, selfGrade, comment, scores, known, proposed, reason);
        }
    }

    record SelfAssessmentContent(
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(min = 1, max = 4) List<@NotNull BigDecimal>> scores,
            @Nullable Grade grade,
            @Nullable @Size(min = 1, max = 2000) String comment) {

        OwnWords words() {
            return new OwnWords(scores, grade, comment);
        }
    }

    record EvaluatedPeople(@NotNull @Size(max = 300) List<@NotNull UUID> leaveOut) {}

    record EvaluationDecision(
            @Nullable @Size(min = 1, max = 200) String document) {}

    record EvaluationReason(
            @NotBlank @Size(min = 3, max = 500) String reason) {}
}
