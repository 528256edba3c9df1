package opencadre.personnel.reorganisation;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of a reorganisation ends. */
public sealed interface ReorganisationOutcome {

    /** As it stands now. */
    record Recorded(Reorganisation reorganisation) implements ReorganisationOutcome {}

    /** It may not be so. */
    record Unlawful(List<Finding> findings) implements ReorganisationOutcome {}

    /** There is none, or none for whoever asks. */
    record Unknown() implements ReorganisationOutcome {}
}
