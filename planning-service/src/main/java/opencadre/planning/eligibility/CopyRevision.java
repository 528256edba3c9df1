package opencadre.planning.eligibility;

import java.time.Instant;
import java.util.UUID;

/**
 * Which revision of a record stands here.
 *
 * @param personId of whom it tells; for a seat the seat
 */
public record CopyRevision(
        String topic, UUID id, UUID personId, long revision, Instant recordedAt, Instant appliedAt) {}
