package opencadre.planning.procedure;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How an act ends. */
public sealed interface ProcedureOutcome {

    /** In the record. */
    record Recorded(Procedure procedure) implements ProcedureOutcome {}

    /** Against a rule; nothing may be recorded, and whoever runs the transaction takes back what was begun. */
    record Unlawful(List<Finding> findings) implements ProcedureOutcome {}

    /** No such procedure, seat or person within the actor's scope. */
    record Unknown() implements ProcedureOutcome {}
}
