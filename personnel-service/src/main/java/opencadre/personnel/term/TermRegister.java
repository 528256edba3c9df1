package opencadre.personnel.term;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.term.rule.TermRules;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of terms of office: structure that names nobody. */
@Service
public class TermRegister {

    private final Terms terms;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final TermEvents events;
    private final Clock clock;

    TermRegister(Terms terms, Units units, opencadre.kit.access.Units nodes, TermEvents events, Clock clock) {
        this.terms = terms;
        this.units = units;
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
    }

    /** The terms of a unit, the latest first; nothing for an unknown unit. */
    public Optional<List<Terms.Kept>> of(UUID unitId) {
        return units.versions(unitId).isEmpty() ? Optional.empty() : Optional.of(terms.of(unitId));
    }

    /** Everything ever believed of the terms of a unit, the latest belief first; nothing for an unknown unit. */
    public Optional<List<Terms.Belief>> history(UUID unitId) {
        return units.versions(unitId).isEmpty() ? Optional.empty() : Optional.of(terms.history(unitId));
    }

    /**
     * Records a term of a unit that the actor reaches; who runs the system does it for every unit. The same again
     * changes nothing.
     */
    public TermOutcome record(Actor actor, TermOfOffice wanted) {
        terms.lock(wanted.unitId());
        Optional<Terms.Kept> standing = terms.find(wanted.id());
        if (standing.isPresent()) {
            return standing.get().term().equals(wanted)
                    ? new TermOutcome.Recorded(standing.get())
                    : new TermOutcome.Differs();
        }
        return put(wanted, null, TwoClocks.now(clock), actor, against(actor, wanted));
    }

    /**
     * Puts one right, and says why.
     *
     * @param madeOn the revision that was looked at
     */
    public TermOutcome correct(Actor actor, TermOfOffice wanted, LongPredicate madeOn, @Nullable String reason) {
        terms.lock(wanted.unitId());
        Optional<Terms.Kept> found =
                terms.find(wanted.id()).filter(kept -> kept.term().unitId().equals(wanted.unitId()));
        if (found.isEmpty() || !madeOn.test(found.get().revision())) {
            return new TermOutcome.Unknown();
        }
        Terms.Kept standing = found.get();
        if (standing.term().equals(wanted)) {
            return new TermOutcome.Recorded(standing);
        }
        List<Finding> findings = against(actor, wanted);
        if (reason == null) {
            findings.add(Finding.of("reason", "required"));
        }
        return put(wanted, reason, after(standing), actor, findings);
    }

    private TermOutcome put(
            TermOfOffice wanted, @Nullable String reason, Instant at, Actor actor, List<Finding> findings) {
        if (!findings.isEmpty()) {
            return new TermOutcome.Unlawful(findings);
        }
        terms.record(wanted, reason, actor.name(), at);
        Terms.Kept kept = terms.find(wanted.id()).orElseThrow();
        events.changed(kept);
        return new TermOutcome.Recorded(kept);
    }

    /** It was never so: it is believed no more, and stays in the past. */
    public TermOutcome voided(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        Optional<Terms.Kept> found = terms.find(id);
        if (found.isEmpty()) {
            return new TermOutcome.Unknown();
        }
        terms.lock(found.get().term().unitId());
        Optional<Terms.Kept> standing = terms.find(id);
        if (standing.isEmpty() || !madeOn.test(standing.get().revision())) {
            return new TermOutcome.Unknown();
        }
        TermOfOffice term = standing.get().term();
        if (!reaches(actor, term.unitId())) {
            return new TermOutcome.Unlawful(List.of(Finding.of("unitId", "unit-outside-scope")));
        }
        terms.end(id, after(standing.get()), reason);
        events.erased(id, standing.get().revision() + 1);
        return new TermOutcome.Recorded(standing.get());
    }

    private List<Finding> against(Actor actor, TermOfOffice wanted) {
        List<Unit> body = units.versions(wanted.unitId());
        List<Finding> findings = new ArrayList<>();
        if (body.isEmpty()) {
            findings.add(Finding.of("unitId", "unknown-unit"));
        } else if (!reaches(actor, wanted.unitId())) {
            findings.add(Finding.of("unitId", "unit-outside-scope"));
        } else {
            findings.addAll(TermRules.breaches(
                    wanted.valid(),
                    body.stream().map(Unit::valid).toList(),
                    terms.of(wanted.unitId()).stream()
                            .map(Terms.Kept::term)
                            .filter(other -> !other.id().equals(wanted.id()))
                            .map(other -> new TermRules.Other(other.name(), other.valid()))
                            .toList()));
        }
        return findings;
    }

    /** A term is of the body, whoever manages its seats: any scope in which the actor reaches it is enough. */
    public boolean reaches(Actor actor, UUID unitId) {
        return actor.runsTheSystem()
                || nodes.find(unitId)
                        .filter(node -> actor.reach().touches(node.lo()))
                        .isPresent();
    }

    private Instant after(Terms.Kept standing) {
        return TwoClocks.after(standing.recordedAt(), TwoClocks.now(clock));
    }
}
