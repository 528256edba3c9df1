package opencadre.planning.plan;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;

/** How a change of an entry ends. */
public sealed interface PlanOutcome {

    /** Recorded. */
    record Recorded(UUID entryId, UUID personId) implements PlanOutcome {}

    /** Against a rule; nothing may be recorded, and whoever runs the transaction takes back what was begun. */
    record Unlawful(List<Finding> findings) implements PlanOutcome {}

    /** No such entry, person or seat within the actor's scope. */
    record Unknown() implements PlanOutcome {}
}
