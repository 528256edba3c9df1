package opencadre.personnel.merge;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a step of a merge ends. */
public sealed interface MergeOutcome {

    /** Prepared, approved, withdrawn or undone: as it stands. */
    record Recorded(MergeView view) implements MergeOutcome {}

    /** Against a rule; the transaction has to be given up. */
    record Unlawful(List<Finding> findings) implements MergeOutcome {}

    /** No such merge, or no such person, within the actor's scope. */
    record Unknown() implements MergeOutcome {}
}
