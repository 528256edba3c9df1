package opencadre.personnel.cv;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;

/** How a change of a CV ends. */
public sealed interface CvOutcome {

    /** Recorded, corrected or voided: the entry, and what the CV says now of the same class. */
    record Recorded(UUID entryId, CvView cv) implements CvOutcome {}

    /** Against a rule; nothing was recorded. */
    record Unlawful(List<Finding> findings) implements CvOutcome {}

    /** No such person, or no such entry, within the actor's scope. */
    record Unknown() implements CvOutcome {}
}
