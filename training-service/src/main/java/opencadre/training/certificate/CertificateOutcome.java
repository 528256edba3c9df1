package opencadre.training.certificate;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of a certificate ends. */
public sealed interface CertificateOutcome {

    /** Recorded; the certificate as it now stands. */
    record Recorded(CertificateView certificate) implements CertificateOutcome {}

    /** Against a rule; nothing may be recorded, and whoever runs the transaction takes back what was begun. */
    record Unlawful(List<Finding> findings) implements CertificateOutcome {}

    /** No such person, or no such certificate of the person, within the actor's scope. */
    record Unknown() implements CertificateOutcome {}
}
