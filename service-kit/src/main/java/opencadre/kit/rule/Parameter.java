package opencadre.kit.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value that the law gives from a day on, with where it stands.
 *
 * @param key as {@code discipline.cool-off.reprimand}
 * @param value as text: {@code 24}, {@code true}, {@code 2/3} or a word
 * @param unit of the value, as {@code months from the decision}
 * @param validFrom first day
 * @param validTo first day after, or null while open
 */
public record Parameter(
        String key,
        String value,
        String unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Basis basis) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Errors: {@link IllegalStateException} when the value is not a whole number, as for each reading below. */
    public int number() {
        if (!value.matches("-?\\d{1,9}")) {
            throw unreadable("a whole number");
        }
        return Integer.parseInt(value);
    }

    public boolean isYes() {
        if (!value.equals("true") && !value.equals("false")) {
            throw unreadable("yes or no");
        }
        return value.equals("true");
    }

    public Share share() {
        try {
            return Share.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + " of " + basis.regulation() + " is no share: " + value, e);
        }
    }

    boolean overlaps(Parameter other) {
        return (other.validTo == null || validFrom.isBefore(other.validTo))
                && (validTo == null || other.validFrom.isBefore(validTo));
    }

    private IllegalStateException unreadable(String wanted) {
        return new IllegalStateException(key + " of " + basis.regulation() + " is not " + wanted + ": " + value);
    }
}
