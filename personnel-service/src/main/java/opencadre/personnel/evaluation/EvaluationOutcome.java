package opencadre.personnel.evaluation;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a step of a round ends. */
public sealed interface EvaluationOutcome {

    /** Done; as the round stands. */
    record Recorded(EvaluationView view) implements EvaluationOutcome {}

    /** Against a rule; the transaction has to be given up. */
    record Unlawful(List<Finding> findings) implements EvaluationOutcome {}

    /** No such unit, round or person within the actor's scope. */
    record Unknown() implements EvaluationOutcome {}
}
