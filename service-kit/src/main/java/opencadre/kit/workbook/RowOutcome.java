package opencadre.kit.workbook;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;

/** How a line ends. */
public sealed interface RowOutcome {

    /**
     * Something new stands.
     *
     * @param id of the aggregate, or of the fact of an aggregate
     * @param revision the aggregate has now
     */
    record Made(UUID id, long revision) implements RowOutcome {}

    /** It stood already, just so. */
    record Same() implements RowOutcome {}

    /** Not lawful, or not possible; a finding names the key of its column. */
    record Refused(List<Finding> findings) implements RowOutcome {

        public static Refused of(Finding... findings) {
            return new Refused(List.of(findings));
        }
    }
}
