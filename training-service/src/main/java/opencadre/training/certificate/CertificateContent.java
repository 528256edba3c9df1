package opencadre.training.certificate;

import java.time.LocalDate;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the paper says.
 *
 * @param name of the certificate or its programme, as {@code Cao cấp lý luận chính trị}
 * @param issuer the body that issued it
 * @param issuedOn as exactly as the paper gives it
 * @param validUntil last day on which it holds; null when it does not run out
 */
public record CertificateContent(
        CertificateKind kind,
        CertificateLevel level,
        String name,
        String number,
        String issuer,
        PartialDate issuedOn,
        @Nullable LocalDate validUntil) {

    /** The same without spaces that nobody sees. */
    CertificateContent tidy() {
        return new CertificateContent(kind, level, tidy(name), tidy(number), tidy(issuer), issuedOn, validUntil);
    }

    /** From the first day that the day of issue may mean, through the last day. */
    public Period valid() {
        return new Period(issuedOn.earliest(), validUntil == null ? null : validUntil.plusDays(1));
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
