package opencadre.kit.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days on which something is true, half-open.
 *
 * <p>Shape: {@code [2025-07-01,2026-03-15)} is held on 2025-07-01 and no longer on 2026-03-15; without an end it is
 * open.
 *
 * @param from first day
 * @param to first day after, or null while open
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    /** Errors: {@link IllegalArgumentException} when it would hold no day; ask {@link #of} where input may be wrong. */
    public Period {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("An empty period: [" + from + "," + to + ")");
        }
    }

    /** The period, or nothing when it would hold no day. */
    public static Optional<Period> of(LocalDate from, @Nullable LocalDate to) {
        return to != null && !from.isBefore(to) ? Optional.empty() : Optional.of(new Period(from, to));
    }

    /** From a first day on, without an end. */
    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    /** The last day on which it holds; null while open. */
    public @Nullable LocalDate lastDay() {
        return to == null ? null : to.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Period other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }

    /** Whether every day of the other lies in this one. */
    public boolean encloses(Period other) {
        return !other.from.isBefore(from) && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    /** Whether periods that follow each other, oldest first, leave none of these days open. */
    public boolean isCoveredBy(List<Period> others) {
        LocalDate open = from;
        for (Period other : others) {
            if (other.contains(open)) {
                LocalDate end = other.to;
                if (end == null || (to != null && !end.isBefore(to))) {
                    return true;
                }
                open = end;
            }
        }
        return false;
    }

    /** The form PostgreSQL reads as a {@code daterange}. */
    public String toRange() {
        return "[" + from + "," + (to == null ? "" : to) + ")";
    }
}
