package opencadre.kit.workbook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that could be read. Values have the shape their column asks for: partial dates stand as {@code 1982-08}.
 *
 * @param row as the program shows it, the header being 1
 * @param values by key of the column; empty cells are absent
 * @param cells where each column stands, as {@code C12}
 */
public record Line(String sheet, int row, Map<String, Object> values, Map<String, String> cells) {

    public String text(String key) {
        return Objects.requireNonNull((String) values.get(key), key);
    }

    public Optional<String> maybe(String key) {
        return Optional.ofNullable((String) values.get(key));
    }

    public LocalDate day(String key) {
        return Objects.requireNonNull((LocalDate) values.get(key), key);
    }

    public @Nullable LocalDate dayOrNull(String key) {
        return (LocalDate) values.get(key);
    }

    /** The day after the last day that a cell names, as a period ends; null where the cell is empty. */
    public @Nullable LocalDate endOrNull(String key) {
        LocalDate lastDay = dayOrNull(key);
        return lastDay == null ? null : lastDay.plusDays(1);
    }

    public @Nullable Integer wholeOrNull(String key) {
        return (Integer) values.get(key);
    }

    /** An empty cell is no. */
    public boolean isYes(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** Where a finding about a field points: to its cell, or to the first of the line. */
    String cell(@Nullable String key) {
        return key == null ? "A" + row : cells.getOrDefault(key, "A" + row);
    }
}
