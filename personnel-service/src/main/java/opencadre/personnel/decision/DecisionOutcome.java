package opencadre.personnel.decision;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of a decision ends. */
public sealed interface DecisionOutcome {

    /** Recorded; the decision as it now stands. */
    record Recorded(Decision decision) implements DecisionOutcome {}

    /** Against a rule; the transaction has to be given up. */
    record Unlawful(List<Finding> findings) implements DecisionOutcome {}

    /** No such decision within the actor's scope. */
    record Unknown() implements DecisionOutcome {}
}
