package opencadre.training.certificate.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes a certificate impossible. These follow from the meaning of the words, not from a regulation: what a paper
 * says is judged by whoever verifies it.
 */
public final class CertificateRules {

    /** No paper of the State is older. */
    private static final int FIRST_YEAR = 1945;

    private CertificateRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(String field, String code) {}

    /** What is known when a certificate is judged. */
    public record Facts(
            boolean levelFitsKind,
            PartialDate issuedOn,
            @Nullable LocalDate validUntil,
            LocalDate today) {}

    /** Every breach at once, so that a form is corrected in one go. */
    public static List<Breach> breaches(Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        if (!facts.levelFitsKind()) {
            breaches.add(new Breach("level", "level-does-not-fit-kind"));
        }
        if (facts.issuedOn().earliest().isAfter(facts.today())) {
            breaches.add(new Breach("issuedOn", "issued-in-the-future"));
        }
        if (facts.issuedOn().year() < FIRST_YEAR) {
            breaches.add(new Breach("issuedOn", "issued-out-of-range"));
        }
        if (facts.validUntil() != null
                && facts.validUntil().isBefore(facts.issuedOn().earliest())) {
            breaches.add(new Breach("validUntil", "ends-before-issued"));
        }
        return breaches;
    }
}
