package opencadre.planning.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An entry with everything ever believed of it.
 *
 * @param beliefs oldest first; the last is believed now
 */
public record PlanEntryFile(UUID id, UUID personId, long revision, Instant recordedAt, List<PlanEntry> beliefs) {

    public PlanEntry now() {
        return beliefs.getLast();
    }
}
