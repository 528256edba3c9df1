package opencadre.training.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for an account.
 *
 * @param certificateId what it is about
 * @param subject the name of the certificate
 * @param by who brought it here
 * @param since since when it waits
 * @param reason why it was rejected
 */
public record WorkItem(
        UUID certificateId,
        Type type,
        UUID personId,
        String subject,
        String by,
        Instant since,
        @Nullable String reason) {

    /** What has to be done. */
    public enum Type {
        /** Others entered it; the account may verify it. */
        CERTIFICATE_TO_VERIFY,
        /** The account entered it; it was rejected. */
        CERTIFICATE_REJECTED
    }

    /** The last line of a page. */
    public record Position(Instant since, UUID certificateId) {}
}
