package opencadre.personnel.person;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of a person's conduct ends. */
public sealed interface ConductOutcome {

    /** Recorded; what is on record now. */
    record Recorded(ConductView conduct) implements ConductOutcome {}

    /** Against a rule; nothing was recorded. */
    record Unlawful(List<Finding> findings) implements ConductOutcome {}

    /** No such person, or no such fact, within the actor's scope. */
    record Unknown() implements ConductOutcome {}
}
