package opencadre.personnel.evaluation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an official says of themself in a round: tự đánh giá.
 *
 * @param scores criterion to what was typed for it, as {@code {"TRUC_1": [95, 90, 100, 80]}}; it may be said in part
 * @param grade null while they leave it open
 * @param comment strengths, shortcomings, what stands beside the points
 */
public record OwnWords(
        Map<String, List<BigDecimal>> scores,
        @Nullable Grade grade,
        @Nullable String comment) {

    public OwnWords {
        scores = Map.copyOf(scores);
    }
}
