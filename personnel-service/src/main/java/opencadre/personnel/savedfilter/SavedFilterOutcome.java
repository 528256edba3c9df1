package opencadre.personnel.savedfilter;

import java.util.List;
import opencadre.kit.rule.Finding;

/** What came of keeping a filter. */
public sealed interface SavedFilterOutcome {

    /** It is kept. */
    record Kept() implements SavedFilterOutcome {}

    /** It is not, for these reasons. */
    record Unlawful(List<Finding> findings) implements SavedFilterOutcome {}
}
