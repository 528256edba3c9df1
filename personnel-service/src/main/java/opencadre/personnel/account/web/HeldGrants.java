package opencadre.personnel.account.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.personnel.account.GrantActs;
import opencadre.personnel.account.web.Views.HeldGrant;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Component;

/** Says of the grants of whoever is signed in what they open and who gave them. */
@Component
final class HeldGrants {

    private final AccessContracts contracts;
    private final Units units;
    private final GrantActs acts;

    HeldGrants(AccessContracts contracts, Units units, GrantActs acts) {
        this.contracts = contracts;
        this.units = units;
        this.acts = acts;
    }

    List<HeldGrant> of(Actor actor, List<Grant> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        Map<UUID, Unit> known =
                units.find(grants.stream().map(Grant::unitId).distinct().toList());
        Map<UUID, GrantActs.Act> given = acts.given(actor.account());
        return grants.stream()
                .flatMap(grant -> java.util.stream.Stream.ofNullable(known.get(grant.unitId()))
                        .map(unit -> HeldGrant.of(
                                grant, contracts.actionsOf(List.of(grant.role())), unit, given.get(grant.id()))))
                .toList();
    }
}
