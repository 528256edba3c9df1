package opencadre.personnel.review;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a step of a round ends. */
public sealed interface ReviewOutcome {

    /** Done; as the round stands. */
    record Recorded(ReviewView view) implements ReviewOutcome {}

    /** Against a rule; the transaction has to be given up. */
    record Unlawful(List<Finding> findings) implements ReviewOutcome {}

    /** No such unit, round or dossier within the actor's scope. */
    record Unknown() implements ReviewOutcome {}
}
