package opencadre.personnel.person.rule;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** What makes a name, a birth or an identification number impossible. */
public final class IdentityRules {

    /** First digit after the province: 0 and 1 for men and women born 1900 to 1999, two more for each later century. */
    private static final int CENTURY_DIGIT = 3;

    private IdentityRules() {}

    /**
     * Composed characters and single spaces: what Excel on some machines takes apart is put together again, and the
     * spaces that Word keeps from breaking are spaces like others.
     */
    public static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("(?U)\\s+", " ")
                .strip();
    }

    /** A name has letters, and besides them only spaces, dots, hyphens and apostrophes. */
    public static boolean isName(String tidy) {
        return tidy.matches("\\p{L}[\\p{L}\\p{M} .'’-]*");
    }

    /** Nobody is born after today. */
    public static boolean isBorn(PartialDate birth, LocalDate today) {
        return !birth.earliest().isAfter(today) && birth.year() >= 1900;
    }

    /**
     * Whether the number says another sex or year of birth than the person has; nothing when they agree. A number has
     * no check digit, and civil status may have been corrected since, so a reason given by the officer outranks this.
     */
    public static Optional<String> doubt(String idNumber, boolean female, PartialDate birth) {
        int code = Character.digit(idNumber.charAt(CENTURY_DIGIT), 10);
        boolean saysFemale = code % 2 == 1;
        int saysYear = 1900 + code / 2 * 100 + Integer.parseInt(idNumber.substring(4, 6));
        if (saysFemale != female) {
            return Optional.of("id-number-says-other-sex");
        }
        return saysYear == birth.year() ? Optional.empty() : Optional.of("id-number-says-other-year");
    }

    /** Twelve digits, or nothing typed. */
    public static boolean isIdNumber(@Nullable String idNumber) {
        return idNumber == null || idNumber.matches("\\d{12}");
    }
}
