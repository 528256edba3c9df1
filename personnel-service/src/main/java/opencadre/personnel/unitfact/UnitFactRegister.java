package opencadre.personnel.unitfact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.DatedFacts;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;

/** Use cases of facts of units. They are of the unit, whoever manages its seats. */
public abstract class UnitFactRegister<F extends UnitFact> {

    private final DatedFacts<F> facts;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final Clock clock;

    protected UnitFactRegister(UnitFacts<F> facts, Units units, opencadre.kit.access.Units nodes, Clock clock) {
        this.facts = facts.facts();
        this.units = units;
        this.nodes = nodes;
        this.clock = clock;
    }

    /**
     * What is against one beside the others of its unit.
     *
     * @param unit its versions, oldest first
     */
    protected abstract List<Finding> breaches(F wanted, List<Unit> unit, List<F> others);

    /** It stands so now. */
    protected void changed(DatedFacts.Kept<F> kept) {}

    /** It is believed no more. */
    protected void erased(UUID id, long revision) {}

    /** Those of a unit, the latest first; nothing for an unknown unit. */
    public final Optional<List<DatedFacts.Kept<F>>> of(UUID unitId) {
        return units.versions(unitId).isEmpty() ? Optional.empty() : Optional.of(facts.of(unitId));
    }

    /** Everything ever believed of those of a unit, the latest belief first; nothing for an unknown unit. */
    public final Optional<List<DatedFacts.Belief<F>>> history(UUID unitId) {
        return units.versions(unitId).isEmpty() ? Optional.empty() : Optional.of(facts.history(unitId));
    }

    /**
     * Records one of a unit that the actor reaches; who runs the system does it for every unit. The same again changes
     * nothing.
     */
    public final UnitFactOutcome<F> record(Actor actor, F wanted) {
        facts.lock(wanted.unitId());
        Optional<DatedFacts.Kept<F>> standing = facts.find(wanted.id());
        if (standing.isPresent()) {
            return standing.get().fact().equals(wanted)
                    ? new UnitFactOutcome.Recorded<>(standing.get())
                    : new UnitFactOutcome.Differs<>();
        }
        return put(wanted, null, TwoClocks.now(clock), actor, against(actor, wanted));
    }

    /**
     * Puts one right, and says why.
     *
     * @param madeOn the revision that was looked at
     */
    public final UnitFactOutcome<F> correct(Actor actor, F wanted, LongPredicate madeOn, @Nullable String reason) {
        facts.lock(wanted.unitId());
        Optional<DatedFacts.Kept<F>> found =
                facts.find(wanted.id()).filter(kept -> kept.fact().unitId().equals(wanted.unitId()));
        if (found.isEmpty() || !madeOn.test(found.get().revision())) {
            return new UnitFactOutcome.Unknown<>();
        }
        DatedFacts.Kept<F> standing = found.get();
        if (standing.fact().equals(wanted)) {
            return new UnitFactOutcome.Recorded<>(standing);
        }
        List<Finding> findings = against(actor, wanted);
        if (reason == null) {
            findings.add(Finding.of("reason", "required"));
        }
        return put(wanted, reason, after(standing), actor, findings);
    }

    private UnitFactOutcome<F> put(F wanted, @Nullable String reason, Instant at, Actor actor, List<Finding> findings) {
        if (!findings.isEmpty()) {
            return new UnitFactOutcome.Unlawful<>(findings);
        }
        facts.record(wanted, reason, actor.name(), at);
        DatedFacts.Kept<F> kept = facts.find(wanted.id()).orElseThrow();
        changed(kept);
        return new UnitFactOutcome.Recorded<>(kept);
    }

    /** It was never so: it is believed no more, and stays in the past. */
    public final UnitFactOutcome<F> voided(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        Optional<DatedFacts.Kept<F>> found = facts.find(id);
        if (found.isEmpty()) {
            return new UnitFactOutcome.Unknown<>();
        }
        facts.lock(found.get().fact().unitId());
        Optional<DatedFacts.Kept<F>> standing = facts.find(id);
        if (standing.isEmpty() || !madeOn.test(standing.get().revision())) {
            return new UnitFactOutcome.Unknown<>();
        }
        if (!reaches(actor, standing.get().fact().unitId())) {
            return new UnitFactOutcome.Unlawful<>(List.of(Finding.of("unitId", "unit-outside-scope")));
        }
        facts.end(id, after(standing.get()), reason);
        erased(id, standing.get().revision() + 1);
        return new UnitFactOutcome.Recorded<>(standing.get());
    }

    private List<Finding> against(Actor actor, F wanted) {
        List<Unit> unit = units.versions(wanted.unitId());
        List<Finding> findings = new ArrayList<>();
        if (unit.isEmpty()) {
            findings.add(Finding.of("unitId", "unknown-unit"));
        } else if (!reaches(actor, wanted.unitId())) {
            findings.add(Finding.of("unitId", "unit-outside-scope"));
        } else {
            findings.addAll(breaches(
                    wanted,
                    unit,
                    facts.of(wanted.unitId()).stream()
                            .map(DatedFacts.Kept::fact)
                            .filter(other -> !other.id().equals(wanted.id()))
                            .toList()));
        }
        return findings;
    }

    /** Any scope in which the actor reaches the unit is enough. */
    public final boolean reaches(Actor actor, UUID unitId) {
        return actor.runsTheSystem()
                || nodes.find(unitId)
                        .filter(node -> actor.reach().touches(node.lo()))
                        .isPresent();
    }

    private Instant after(DatedFacts.Kept<F> standing) {
        return TwoClocks.after(standing.recordedAt(), TwoClocks.now(clock));
    }
}
