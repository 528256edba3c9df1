package opencadre.personnel.unit;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;

/** How a change of a unit ends. */
public sealed interface UnitOutcome {

    /** The unit stands, newly or since earlier. */
    record Stands(Unit unit, boolean isNew) implements UnitOutcome {}

    /** The succession is recorded, newly or since earlier; its id. */
    record Succeeds(UUID id, boolean isNew) implements UnitOutcome {}

    /** Another unit, or another succession, stands under this id. */
    record Differs() implements UnitOutcome {}

    /** It may not stand so. */
    record Unlawful(List<Finding> findings) implements UnitOutcome {}
}
