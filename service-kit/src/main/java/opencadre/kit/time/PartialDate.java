package opencadre.kit.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of which only the year, or the year and month, may be known, as old papers give it.
 *
 * <p>Shape: {@code 1982}, {@code 1982-08} or {@code 1982-08-14}. A day without its month does not exist.
 *
 * @param year four digits
 * @param month 1 to 12, or null when only the year is known
 * @param day 1 to 31, or null when only the month is known
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** Refuses what no calendar has: {@code 2023-02-30}, month 13, a day without a month. */
    public PartialDate {
        if (year < 1000 || year > 9999) {
            throw new DateTimeException("Year out of range: " + year);
        }
        if (month == null && day != null) {
            throw new DateTimeException("A day without its month");
        }
        if (month != null) {
            YearMonth yearMonth = YearMonth.of(year, month);
            if (day != null && !yearMonth.isValidDay(day)) {
                throw new DateTimeException("No such day: " + yearMonth + "-" + day);
            }
        }
    }

    /** Reads the shape above. Errors: {@link DateTimeException} for anything else. */
    @JsonCreator
    public static PartialDate parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("Not a partial date: " + text);
        }
        return new PartialDate(Integer.parseInt(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }

    /** The first day it may mean: {@code 1982-08} gives 1982-08-01. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day it may mean: {@code 1982-08} gives 1982-08-31. */
    public LocalDate latest() {
        int latestMonth = month == null ? 12 : month;
        return day == null ? YearMonth.of(year, latestMonth).atEndOfMonth() : LocalDate.of(year, latestMonth, day);
    }

    @Override
    @JsonValue
    public String toString() {
        String text = "%04d".formatted(year);
        if (month != null) {
            text += "-%02d".formatted(month);
        }
        return day == null ? text : text + "-%02d".formatted(day);
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }
}
