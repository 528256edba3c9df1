package opencadre.personnel.person.rule;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** What makes a name, a birth or an identification number impossible. */
public final class IdentityRules {

    /** First digit after the province: 0 and 1 for men and women born 1900 to 1999, two more for each later century. */
    private static final int CENTURY_DIGIT = 3;

    /** Codes from here up are of countries, of which no list was read. */
    private static final int FIRST_COUNTRY = 100;

    public static final String OTHER_SEX = "id-number-says-other-sex";
    public static final String OTHER_YEAR = "id-number-says-other-year";
    public static final String UNKNOWN_PROVINCE = "id-number-of-unknown-province";

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
            return Optional.of(OTHER_SEX);
        }
        return saysYear == birth.year() ? Optional.empty() : Optional.of(OTHER_YEAR);
    }

    /**
     * Everything that a number says otherwise than the record or the list of provinces, the first of which may want a
     * reason. That it names no province of the list is never a ground for a refusal.
     *
     * @param provinces codes of three digits
     */
    public static List<String> doubts(String idNumber, boolean female, PartialDate birth, Set<String> provinces) {
        return Stream.concat(
                        doubt(idNumber, female, birth).stream(),
                        isOfKnownPlace(idNumber, provinces) ? Stream.empty() : Stream.of(UNKNOWN_PROVINCE))
                .toList();
    }

    /** Whether the place where birth was registered may be as the number says: a province of the list, or abroad. */
    static boolean isOfKnownPlace(String idNumber, Set<String> provinces) {
        String place = idNumber.substring(0, CENTURY_DIGIT);
        return Integer.parseInt(place) >= FIRST_COUNTRY || provinces.contains(place);
    }

    /** The first day on which somebody may have reached so many years; on any day before they certainly have not. */
    public static LocalDate possiblyReached(PartialDate birth, int years) {
        return birth.earliest().plusYears(years);
    }

    /**
     * Years of birth are all that is known of kin: a child of the same year as its parent or an earlier one is none.
     */
    public static boolean isParentOlder(int parent, int child) {
        return parent < child;
    }

    /** Twelve digits, or nothing typed. */
    public static boolean isIdNumber(@Nullable String idNumber) {
        return idNumber == null || idNumber.matches("\\d{12}");
    }
}
