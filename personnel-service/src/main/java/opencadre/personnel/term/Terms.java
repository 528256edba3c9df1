package opencadre.personnel.term;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where terms of office are kept. */
public interface Terms {

    /**
     * A term as believed now.
     *
     * @param revision how many beliefs there were
     * @param reason why it was put right; null where it was not
     */
    record Kept(
            TermOfOffice term,
            long revision,
            Instant recordedAt,
            @Nullable String reason) {}

    /** Holds the terms of a unit until the end of the transaction. */
    void lock(UUID unitId);

    /** Those of a unit, the latest first. */
    List<Kept> of(UUID unitId);

    Optional<Kept> find(UUID id);

    /** Records what is believed of a term from now on; what was believed moves to the past. */
    void record(TermOfOffice term, @Nullable String reason, String by, Instant at);

    /** Ends the belief in a term. */
    void end(UUID id, Instant at, String because);
}
