package opencadre.planning.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.plan.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How every act gets into a record: the procedure is held, the act judged, and recorded when nothing is against it. */
@Component
final class ProcedureChanges {

    private final Procedures procedures;
    private final Clock clock;

    ProcedureChanges(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    /**
     * What an act comes to.
     *
     * @param findings what is against it
     * @param act what goes into the record; null only where something is against it
     */
    record Next(List<Finding> findings, @Nullable ProcedureAct act) {

        static Next refused(List<Finding> findings) {
            return new Next(findings, null);
        }
    }

    /** Judges on the revision that somebody saw. */
    ProcedureOutcome change(Actor actor, UUID id, LongPredicate madeOn, Function<Procedure, Next> judge) {
        Optional<Procedure> locked = procedures.lock(actor, id);
        if (locked.isEmpty() || !madeOn.test(locked.get().revision())) {
            return new ProcedureOutcome.Unknown();
        }
        Next next = judge.apply(locked.get());
        if (!next.findings().isEmpty() || next.act() == null) {
            return new ProcedureOutcome.Unlawful(next.findings());
        }
        return new ProcedureOutcome.Recorded(procedures.append(locked.get(), by(actor), next.act()));
    }

    /** Whoever acts, now. */
    Act by(Actor actor) {
        return new Act(actor.account(), actor.name(), TwoClocks.now(clock), null);
    }
}
