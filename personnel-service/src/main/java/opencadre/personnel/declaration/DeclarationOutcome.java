package opencadre.personnel.declaration;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a step of a declaration ends. */
public sealed interface DeclarationOutcome {

    /** Declared, withdrawn or decided: as it stands, beside what the entry says now. */
    record Recorded(DeclarationView view) implements DeclarationOutcome {}

    /** Against a rule; the transaction has to be given up. */
    record Unlawful(List<Finding> findings) implements DeclarationOutcome {}

    /** No such person, or no such declaration, within the actor's scope. */
    record Unknown() implements DeclarationOutcome {}
}
