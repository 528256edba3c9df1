package opencadre.training.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A person as the copy has them.
 *
 * @param posts held on the day asked for
 * @param revision the revision of the personnel record that the copy holds
 * @param recordedAt when personnel recorded it
 * @param appliedAt when it was taken over
 */
public record KnownPerson(
        UUID id, String fullName, List<Post> posts, long revision, Instant recordedAt, Instant appliedAt) {

    /** A post, with the unit's name as of the day. */
    public record Post(String title, UUID unitId, String unitName, Tree tree, LocalDate validFrom) {}
}
