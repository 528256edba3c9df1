package opencadre.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of a CSV file, by the names of its columns. Errors: {@link RefusedRow} naming line and column. */
record Row(String file, int line, Map<String, String> cells) {

    /** A cell that must be filled, its letters composed (NFC). */
    String text(String column) {
        return optional(column).orElseThrow(() -> refused(column, "is empty"));
    }

    Optional<String> optional(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw refused(column, "there is no such column");
        }
        if (!Normalizer.isNormalized(cell, Normalizer.Form.NFC)) {
            throw refused(column, "has decomposed letters (not NFC)");
        }
        return cell.isBlank() ? Optional.empty() : Optional.of(cell.strip());
    }

    LocalDate day(String column) {
        return day(column, text(column));
    }

    Optional<LocalDate> optionalDay(String column) {
        return optional(column).map(cell -> day(column, cell));
    }

    /** A cell that is {@code yes} or empty. */
    boolean yes(String column) {
        String cell = optional(column).orElse("no");
        if (!List.of("yes", "no").contains(cell)) {
            throw refused(column, "is neither yes nor empty: " + cell);
        }
        return cell.equals("yes");
    }

    /** Words divided by blanks; none when the cell is empty. */
    List<String> words(String column) {
        return optional(column).map(cell -> List.of(cell.split("\\s+", -1))).orElse(List.of());
    }

    RefusedRow refused(String field, String reason) {
        return new RefusedRow(new Refusal(file, line, field, reason));
    }

    private LocalDate day(String column, String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw refused(column, "is no day like 2025-07-01: " + cell);
        }
    }
}
