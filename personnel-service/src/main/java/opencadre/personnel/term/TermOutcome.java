package opencadre.personnel.term;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of a term of office ends. */
public sealed interface TermOutcome {

    /** It stands so, newly or since earlier; or did, where it was voided. */
    record Recorded(Terms.Kept term) implements TermOutcome {}

    /** There is none, or none of this unit. */
    record Unknown() implements TermOutcome {}

    /** Another stands under this id, and it was not said that that one is to be put right. */
    record Differs() implements TermOutcome {}

    /** It may not stand so. */
    record Unlawful(List<Finding> findings) implements TermOutcome {}
}
