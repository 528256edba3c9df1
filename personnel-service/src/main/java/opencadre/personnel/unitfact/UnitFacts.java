package opencadre.personnel.unitfact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where facts of units are kept. */
public interface UnitFacts<F extends UnitFact> {

    /**
     * A fact as believed now.
     *
     * @param revision how many beliefs there were
     * @param reason why it was put right; null where it was not
     */
    record Kept<F>(
            F fact,
            long revision,
            Instant recordedAt,
            @Nullable String reason) {}

    /**
     * A fact as it was believed from one moment to another.
     *
     * @param reason why it was put right; null where it was not
     * @param recordedTo null of what is believed now
     * @param endedBecause null with it
     */
    record Belief<F>(
            F fact,
            String by,
            @Nullable String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {}

    /** Holds those of a unit until the end of the transaction. */
    void lock(UUID unitId);

    /** Those of a unit, the latest first. */
    List<Kept<F>> of(UUID unitId);

    /** Everything ever believed of those of a unit, also of voided ones, the latest belief first. */
    List<Belief<F>> history(UUID unitId);

    /** The same of some of them. */
    List<Belief<F>> beliefs(Collection<UUID> ids);

    Optional<Kept<F>> find(UUID id);

    /** Records what is believed from now on; what was believed moves to the past. */
    void record(F fact, @Nullable String reason, String by, Instant at);

    /** Ends the belief in one. */
    void end(UUID id, Instant at, String because);
}
