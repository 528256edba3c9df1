package opencadre.personnel.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.ScopedWork;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class MeController {

    private final Units units;
    private final ScopedWork work;

    MeController(Units units, ScopedWork work) {
        this.units = units;
        this.work = work;
    }

    record Me(
            String account,
            String username,
            String name,
            LocalDate legalDay,
            long authzVersion,
            Set<String> actions,
            List<HeldGrant> grants) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldGrant(
            String role,
            UUID unitId,
            String unitName,
            @Nullable UUID personId,
            Tree tree,
            List<ManagementScope> managementScopes,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** Who is signed in, what they may do, and which grants say so. */
    @GetMapping("/api/personnel/me")
    Me me(Actor actor) {
        return work.read(actor, () -> {
            Map<UUID, Unit> known = units.find(
                    actor.grants().stream().map(Grant::unitId).distinct().toList());
            return new Me(
                    actor.account(),
                    actor.username(),
                    actor.name(),
                    actor.today(),
                    actor.authzVersion(),
                    actor.actions(),
                    actor.grants().stream()
                            .filter(grant -> known.containsKey(grant.unitId()))
                            .map(grant -> held(grant, java.util.Objects.requireNonNull(known.get(grant.unitId()))))
                            .toList());
        });
    }

    private static HeldGrant held(Grant grant, Unit unit) {
        return new HeldGrant(
                grant.role(),
                unit.id(),
                unit.name(),
                grant.personId(),
                unit.tree(),
                grant.scopes().stream()
                        .map(ordinal -> ManagementScope.values()[ordinal])
                        .toList(),
                grant.validFrom(),
                grant.validTo());
    }
}
