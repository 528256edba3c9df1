package opencadre.personnel.unit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Units.Node;
import org.jspecify.annotations.Nullable;

/** Tells others of units. */
public interface UnitEvents {

    /**
     * The whole unit.
     *
     * @param position where it stands in the tree of today; null when it does not
     */
    void changed(
            List<Unit> versions,
            List<Succession> predecessors,
            @Nullable Node position,
            long revision,
            Instant recordedAt);

    /** The unit is gone. */
    void erased(UUID unitId, long revision);
}
