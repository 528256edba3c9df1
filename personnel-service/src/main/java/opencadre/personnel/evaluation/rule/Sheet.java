package opencadre.personnel.evaluation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of somebody in a round: phiếu đánh giá.
 *
 * @param standing null while it is not known
 * @param selfPoints points by which the official rated themself, as their paper says; null while there are none
 * @param selfGrade the grade by which they did
 * @param comment what the meeting or the consultation said
 * @param scores criterion to what was typed for it, as {@code {"TRUC_1": [95, 90, 100, 80]}}
 * @param circumstances what is known beside the points
 * @param proposed the grade that is proposed where it is not the one that was reckoned; null where it is
 * @param reason why it is not
 */
public record Sheet(
        @Nullable Standing standing,
        @Nullable BigDecimal selfPoints,
        @Nullable Grade selfGrade,
        @Nullable String comment,
        Map<String, List<BigDecimal>> scores,
        Map<Circumstance, Integer> circumstances,
        @Nullable Grade proposed,
        @Nullable String reason) {

    public Sheet {
        scores = Map.copyOf(scores);
        circumstances = Map.copyOf(circumstances);
    }

    /** Of somebody of whom nothing is said yet. */
    public static Sheet blank(@Nullable Standing standing) {
        return new Sheet(standing, null, null, null, Map.of(), Map.of(), null, null);
    }
}
