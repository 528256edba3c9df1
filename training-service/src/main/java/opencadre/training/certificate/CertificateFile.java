package opencadre.training.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A certificate with everything ever believed of it.
 *
 * @param beliefs oldest first; the last is believed now
 */
public record CertificateFile(UUID id, UUID personId, long revision, Instant recordedAt, List<Certificate> beliefs) {

    /** What is believed now, to be shown. */
    CertificateView now() {
        return new CertificateView(revision, beliefs.getLast());
    }
}
