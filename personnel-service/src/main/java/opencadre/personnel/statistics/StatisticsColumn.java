package opencadre.personnel.statistics;

import opencadre.kit.rule.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A column: the people of one value of a breakdown.
 *
 * @param value null for those of whom nothing of it is recorded
 */
public record StatisticsColumn(
        Breakdown breakdown, @Nullable String value, Bilingual name) {

    /** What those are called of whom it is not known. */
    public static final String UNKNOWN = "UNKNOWN";

    /** Its name for machines, as {@code TOTAL}, {@code RANK.01.001} or {@code THEORY.UNKNOWN}. */
    public String code() {
        return breakdown == Breakdown.TOTAL
                ? breakdown.name()
                : breakdown.name() + "." + (value == null ? UNKNOWN : value);
    }
}
