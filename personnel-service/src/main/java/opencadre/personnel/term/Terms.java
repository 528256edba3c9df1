package opencadre.personnel.term;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
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

    /**
     * A term as it was believed from one moment to another.
     *
     * @param reason why it was put right; null where it was not
     * @param recordedTo null of what is believed now
     * @param endedBecause null with it
     */
    record Belief(
            TermOfOffice term,
            String by,
            @Nullable String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {}

    /** Holds the terms of a unit until the end of the transaction. */
    void lock(UUID unitId);

    /** Those of a unit, the latest first. */
    List<Kept> of(UUID unitId);

    /** Everything ever believed of those of a unit, also of voided ones, the latest belief first. */
    List<Belief> history(UUID unitId);

    /** The same of some terms. */
    List<Belief> beliefs(Collection<UUID> ids);

    /**
     * Those of a unit and below, or of all units, that the actor reaches in any scope, in the order of the trees; of
     * whoever runs the system, all.
     */
    List<UUID> inReach(Actor actor, @Nullable UUID unitId);

    Optional<Kept> find(UUID id);

    /** Records what is believed of a term from now on; what was believed moves to the past. */
    void record(TermOfOffice term, @Nullable String reason, String by, Instant at);

    /** Ends the belief in a term. */
    void end(UUID id, Instant at, String because);
}
