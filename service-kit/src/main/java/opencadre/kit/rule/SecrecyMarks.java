package opencadre.kit.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the marks that a paper with state secrets carries (Tuyệt mật, Tối mật, Mật): what carries one may not come in
 * here, since this house stands on a network.
 *
 * <p>Shape: {@code "TUYỆT MẬT"}, {@code "(Mật)"}, {@code "Độ mật: Tối mật"} are marks; {@code "Nguyễn Thị Mật"} is a
 * name.
 */
public final class SecrecyMarks {

    /** The law that says what may lie on a network; its list of secrets of cadre work was not read. */
    public static final String ARTICLE = "117/2025/QH15";

    /** A space is also one that Word keeps from breaking. */
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

    /** The two higher levels are no words of names. */
    private static final Pattern HIGH = Pattern.compile("(?<!\\p{L})(tuyệt|tối)\\s+mật(?!\\p{L})", FLAGS);

    /** The lowest is: alone in its cell, in brackets, or after its heading. */
    private static final Pattern LOW =
            Pattern.compile("^\\s*mật\\s*$|[(\\[]\\s*mật\\s*[)\\]]|(?<!\\p{L})độ\\s+mật\\s*:\\s*mật(?!\\p{L})", FLAGS);

    private SecrecyMarks() {}

    /** The first mark in a text, as it stands there. */
    public static Optional<String> in(String text) {
        for (Pattern pattern : new Pattern[] {HIGH, LOW}) {
            Matcher mark = pattern.matcher(text);
            if (mark.find()) {
                return Optional.of(
                        mark.group().replaceAll("(?U)\\s+", " ").strip().toUpperCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    /** What is said where one was found. */
    public static Finding finding(String mark) {
        return new Finding(null, "secrecy-mark", Messages.of("secrecy-mark", mark), ARTICLE);
    }
}
