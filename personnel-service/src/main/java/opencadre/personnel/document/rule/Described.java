package opencadre.personnel.document.rule;

import java.text.Normalizer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a paper: {@code VAN_BANG, "Bằng đại học", "B 123456", "2005-06", "Trường Đại học Nông Lâm"}.
 *
 * @param kind code of a kind of paper
 * @param number of the paper
 * @param issuedOn year, year-month or day, as the paper gives it
 * @param issuer who signed it
 * @param factId what it proves; null where it stands for itself
 * @param file name of the file
 */
public record Described(
        String kind,
        String title,
        @Nullable String number,
        @Nullable String issuedOn,
        @Nullable String issuer,
        @Nullable UUID factId,
        String file) {

    /** The same in one form of letters, without blanks around it; what is blank is not said. */
    public Described tidied() {
        String name = tidied(file);
        return new Described(
                kind,
                tidied(title),
                said(number),
                said(issuedOn),
                said(issuer),
                factId,
                // Some browsers send the folder too, and nobody asked where it lay.
                name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    private static String tidied(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidied(text);
    }
}
