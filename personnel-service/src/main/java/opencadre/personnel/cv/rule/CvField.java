package opencadre.personnel.cv.rule;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import opencadre.kit.rule.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A field of a kind of entry. What an entry says in it is a text, in the form that its type asks for.
 *
 * @param code as {@code province}
 * @param max of a text: how many characters
 * @param pattern of a text: the form of all of it
 * @param list of a code: the file in {@code contracts/codelists}
 * @param range of a number
 * @param notBefore of a day: the field whose day it follows on, as {@code from}
 * @param future whether a day may lie ahead, as of a salary that was decided
 * @param beforeBirth whether a day or year may lie before the person's birth, as a parent's
 */
public record CvField(
        String code,
        Bilingual title,
        Type type,
        boolean required,
        @Nullable Integer max,
        @Nullable Pattern pattern,
        @Nullable String list,
        @Nullable Range range,
        @Nullable String notBefore,
        boolean future,
        boolean beforeBirth) {

    /** What a value is. */
    public enum Type {
        /** Words. */
        TEXT,
        /** A code of a list. */
        CODE,
        /** A day, of which only the year, or the year and month, may be known: {@code 1998-09}. */
        DATE,
        /** Four digits. */
        YEAR,
        /** Digits with a point before the fraction: {@code 4.98}. */
        NUMBER
    }

    /**
     * Which numbers there are.
     *
     * @param scale digits after the point at most
     * @param unit as {@code cm}; null for a mere number
     */
    public record Range(
            BigDecimal min,
            BigDecimal max,
            int scale,
            @Nullable String unit) {}
}
