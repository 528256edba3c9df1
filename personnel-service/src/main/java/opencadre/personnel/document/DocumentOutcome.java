package opencadre.personnel.document;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of the papers of a dossier ends. */
public sealed interface DocumentOutcome {

    /** Taken in, or voided. */
    record Recorded(Document document) implements DocumentOutcome {}

    /** Against a rule; nothing was kept. */
    record Unlawful(List<Finding> findings) implements DocumentOutcome {}

    /** No such person, or no such paper, within the actor's scope. */
    record Unknown() implements DocumentOutcome {}
}
