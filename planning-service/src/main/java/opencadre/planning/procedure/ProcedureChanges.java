package opencadre.planning.procedure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
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
        List<Finding> findings = new ArrayList<>(ofOwnAffair(actor, locked.get(), next.act()));
        findings.addAll(next.findings());
        if (!findings.isEmpty() || next.act() == null) {
            return new ProcedureOutcome.Unlawful(findings);
        }
        return new ProcedureOutcome.Recorded(procedures.append(locked.get(), by(actor), next.act()));
    }

    /** Nobody acts in a procedure that names them, and an act names nobody who has acted. */
    private static List<Finding> ofOwnAffair(Actor actor, Procedure procedure, @Nullable ProcedureAct act) {
        Set<UUID> named = act == null ? Set.of() : act.names();
        List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(actor.hands(), procedure.people()));
        if (findings.isEmpty()) {
            findings.addAll(FourEyes.ofOwnAffair(actor.hands(), named));
        }
        if (findings.isEmpty() && !procedure.people().containsAll(named)) {
            findings.addAll(FourEyes.ofOwnAffair(procedure.hands(), named));
        }
        return findings;
    }

    /** Whoever acts, now. */
    Act by(Actor actor) {
        return new Act(actor.account(), actor.name(), TwoClocks.now(clock), null, actor.hands());
    }
}
