package opencadre.kit.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of a sheet.
 *
 * @param key what the code calls it, and the field of a finding
 * @param header what stands in row 1, as {@code Mã đơn vị}; letters of either case are the same
 * @param required whether an empty cell is wrong
 * @param words what may stand in a {@link Kind#WORD} cell, and the code it means; codes may be typed too
 */
public record Column(String key, String header, Kind kind, boolean required, Map<String, String> words) {

    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        WHOLE,
        /** A date cell, or text as 31/12/2026 or 2026-12-31. */
        DAY,
        /** As {@link #DAY}, or 12/2026, or 2026. */
        PARTIAL_DATE,
        YES_NO,
        WORD
    }

    public Column {
        words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** A column that must be filled. */
    public static Column must(String key, String header, Kind kind) {
        return new Column(key, header, kind, true, Map.of());
    }

    /** A column that may be left empty. */
    public static Column may(String key, String header, Kind kind) {
        return new Column(key, header, kind, false, Map.of());
    }

    /** A column of words; the map goes from what people type to what it means. */
    public static Column words(String key, String header, boolean required, Map<String, String> words) {
        return new Column(key, header, Kind.WORD, required, words);
    }

    /**
     * What a cell holds, as people type it: {@code 14/05/1980}, {@code 05/1980}, {@code Nữ}, {@code x}; null of none.
     */
    @Nullable
    String typed(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> DAYS.format(day);
            case Boolean yes -> yes ? "x" : null;
            case String text when kind == Kind.PARTIAL_DATE -> date(text);
            case String code
            when kind == Kind.WORD ->
                words.entrySet().stream()
                        .filter(word -> word.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(code);
            case Object other -> other.toString();
        };
    }

    /** From {@code 1980-05-14}, {@code 1980-05} or {@code 1980}. */
    private static String date(String text) {
        return String.join("/", List.of(text.split("-", -1)).reversed());
    }
}
