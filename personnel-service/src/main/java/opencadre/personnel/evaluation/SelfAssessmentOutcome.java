package opencadre.personnel.evaluation;

import java.util.List;
import opencadre.kit.rule.Finding;

/** What comes of what somebody says of themself. */
public sealed interface SelfAssessmentOutcome {

    /** It stands. */
    record Recorded(SelfAssessments.Round round) implements SelfAssessmentOutcome {}

    /** It cannot be said, or no longer. */
    record Unlawful(List<Finding> findings) implements SelfAssessmentOutcome {}

    /** There is no such round for the actor. */
    record Unknown() implements SelfAssessmentOutcome {}
}
