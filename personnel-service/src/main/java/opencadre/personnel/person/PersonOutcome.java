package opencadre.personnel.person;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of a person's record ends. */
public sealed interface PersonOutcome {

    /** Recorded; the person as they now stand. */
    record Recorded(PersonView person) implements PersonOutcome {}

    /** Against a rule; nothing was recorded. */
    record Unlawful(List<Finding> findings) implements PersonOutcome {}

    /** No such person, or no such fact, within the actor's scope. */
    record Unknown() implements PersonOutcome {}
}
