package opencadre.personnel.quota;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.DatedFacts;
import opencadre.personnel.quota.rule.QuotaRules;
import opencadre.personnel.seat.EveryScope;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import opencadre.personnel.unitfact.UnitFactRegister;
import org.springframework.stereotype.Service;

/** Use cases of staffing quotas. */
@Service
public class QuotaRegister extends UnitFactRegister<StaffingQuota> {

    private final Quotas quotas;
    private final opencadre.kit.access.Units nodes;

    QuotaRegister(Quotas quotas, Units units, opencadre.kit.access.Units nodes, Clock clock) {
        super(quotas, units, nodes, clock);
        this.quotas = quotas;
        this.nodes = nodes;
    }

    /**
     * The quotas of a unit beside who is there today.
     *
     * @param whole whether the actor sees everybody there
     */
    public record Staffed(List<DatedFacts.Kept<StaffingQuota>> quotas, List<Quotas.Present> present, boolean whole) {}

    /** Nothing for an unknown unit. */
    public Optional<Staffed> staffed(Actor actor, UUID unitId) {
        return of(unitId)
                .map(kept -> new Staffed(
                        kept,
                        quotas.present(actor, unitId, actor.today()),
                        nodes.find(unitId)
                                .filter(node -> actor.reach().encloses(EveryScope.of(node)))
                                .isPresent()));
    }

    @Override
    protected List<Finding> breaches(StaffingQuota wanted, List<Unit> unit, List<StaffingQuota> others) {
        return QuotaRules.breaches(
                wanted.valid(),
                unit.stream().map(Unit::valid).toList(),
                others.stream()
                        .filter(other -> other.regime() == wanted.regime())
                        .map(StaffingQuota::valid)
                        .toList());
    }
}
