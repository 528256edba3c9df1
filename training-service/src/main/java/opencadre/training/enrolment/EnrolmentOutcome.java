package opencadre.training.enrolment;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;

/** How a change of somebody's studies ends. */
public sealed interface EnrolmentOutcome {

    /** Recorded; the person's studies as they now stand, and the enrolment it is about. */
    record Recorded(LearningFile file, UUID enrolmentId) implements EnrolmentOutcome {}

    /** Against a rule; nothing may be recorded, and whoever runs the transaction takes back what was begun. */
    record Unlawful(List<Finding> findings) implements EnrolmentOutcome {}

    /** No such person or enrolment within the actor's scope, or not at the revision that the change names. */
    record Unknown() implements EnrolmentOutcome {}
}
