package opencadre.training.certificate;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One belief of a certificate: what it says, how far it has come, and who brought it there.
 *
 * @param authors hands that entered or corrected it; none of them may verify it
 * @param entered who last wrote what it says
 * @param latest who took it to its state, since when it is recorded
 * @param recordedTo until when it was believed; null while it is
 * @param endedBecause why it is no longer believed
 */
public record Certificate(
        UUID id,
        UUID personId,
        CertificateContent content,
        CertificateState state,
        Set<String> authors,
        Act entered,
        Act latest,
        @Nullable Instant recordedTo,
        @Nullable String endedBecause) {

    /** Written just now, by one more author, and waiting for verification. */
    static Certificate entered(UUID id, UUID personId, CertificateContent content, Set<String> authors, Act act) {
        return new Certificate(id, personId, content, CertificateState.ENTERED, authors, act, act, null, null);
    }

    /** The same paper in another state. */
    Certificate in(CertificateState next, Act act) {
        return new Certificate(id, personId, content, next, authors, entered, act, null, null);
    }
}
