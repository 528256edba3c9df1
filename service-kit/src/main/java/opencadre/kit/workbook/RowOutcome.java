package opencadre.kit.workbook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Finding;

/** How a line ends. */
public sealed interface RowOutcome {

    /**
     * Something new stands.
     *
     * @param aggregate that was made or changed
     * @param fact of it that is new; the aggregate itself where all of it is
     * @param revision the aggregate has now
     * @param people whose records it is of; none for structure
     */
    record Made(UUID aggregate, UUID fact, long revision, Set<UUID> people) implements RowOutcome {

        /** Of nobody. */
        public Made(UUID aggregate, UUID fact, long revision) {
            this(aggregate, fact, revision, Set.of());
        }

        /** A whole new aggregate. */
        public static Made whole(UUID aggregate, long revision) {
            return new Made(aggregate, aggregate, revision);
        }

        /** The same, of this person's record. */
        public Made about(UUID person) {
            return about(Set.of(person));
        }

        /** The same, of the records of several. */
        public Made about(Set<UUID> several) {
            return new Made(aggregate, fact, revision, several);
        }
    }

    /** It stood already, just so. */
    record Same() implements RowOutcome {}

    /**
     * Not lawful, or not possible.
     *
     * @param findings each names the key of its column
     * @param elsewhere what is wrong in cells of other lines that belong to this one, as the votes to a meeting
     */
    record Refused(List<Finding> findings, List<CellFinding> elsewhere) implements RowOutcome {

        public Refused(List<Finding> findings) {
            this(findings, List.of());
        }

        public static Refused of(Finding... findings) {
            return new Refused(List.of(findings));
        }
    }
}
