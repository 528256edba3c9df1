package opencadre.training.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One belief of an enrolment.
 *
 * @param id stays the same while it is corrected
 * @param reason why it was recorded so
 * @param recordedBy account that recorded it
 * @param recordedTo until when it was believed; null while it is
 * @param endedBecause why it is no longer believed
 */
public record Enrolment(
        UUID id,
        Study study,
        String reason,
        String recordedBy,
        Instant recordedFrom,
        @Nullable Instant recordedTo,
        @Nullable String endedBecause) {}
