package opencadre.personnel.evaluation.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of a sheet.
 *
 * @param points as far as it is scored; null where the scheme knows none
 * @param complete whether every criterion is scored
 * @param reckoned the grade that follows; null while that is not known
 * @param grade the one that is proposed: the reckoned one, or another with a reason; null while neither is known
 */
public record Judgement(
        @Nullable Points points,
        boolean complete,
        @Nullable Grade reckoned,
        @Nullable Grade grade,
        List<Remark> remarks) {

    /** Whether something has to be settled first. */
    public boolean isBlocked() {
        return remarks.stream().anyMatch(Remark::blocks);
    }
}
