package opencadre.personnel.evaluation.rule;

import java.time.LocalDate;
import opencadre.kit.time.Period;
import opencadre.personnel.evaluation.rule.Scheme.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * A quarter or a year that people are rated for.
 *
 * @param quarter 1 to 4; null for a year
 */
public record RatedPeriod(int year, @Nullable Integer quarter) {

    /** Errors: {@link IllegalArgumentException} for a quarter that there is not. */
    public RatedPeriod {
        if (quarter != null && (quarter < 1 || quarter > 4)) {
            throw new IllegalArgumentException("No quarter " + quarter);
        }
    }

    public PeriodKind kind() {
        return quarter == null ? PeriodKind.YEAR : PeriodKind.QUARTER;
    }

    public LocalDate first() {
        return LocalDate.of(year, quarter == null ? 1 : quarter * 3 - 2, 1);
    }

    public LocalDate last() {
        return first().plusMonths(quarter == null ? 12 : 3).minusDays(1);
    }

    public Period days() {
        return new Period(first(), last().plusDays(1));
    }

    /** As it is written: {@code Quý II/2026}, {@code Năm 2026}. */
    public String text() {
        return quarter == null
                ? "Năm " + year
                : "Quý " + new String[] {"I", "II", "III", "IV"}[quarter - 1] + "/" + year;
    }
}
