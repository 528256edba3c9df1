package opencadre.personnel.evaluation;

import java.time.Instant;
import java.util.UUID;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.Points;
import opencadre.personnel.evaluation.rule.RatedPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a person for a period: it follows the person, wherever their file goes.
 *
 * @param unitName of the unit that rated them, as it was called then
 * @param regulation by which they were rated
 * @param points null where that one knows none, or they were not scored
 * @param document the paper of the decision
 */
public record PeriodResult(
        UUID evaluationId,
        UUID personId,
        UUID unitId,
        String unitName,
        RatedPeriod period,
        String regulation,
        @Nullable Points points,
        Grade grade,
        @Nullable String document,
        String decidedBy,
        Instant decidedAt) {}
