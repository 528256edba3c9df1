package opencadre.personnel.account.web;

import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.web.Views.Me;
import opencadre.personnel.account.web.Views.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What somebody is told of the own rights, and by which of them they see whom. */
@RestController
final class MeController {

    private final HeldGrants held;
    private final Access access;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;

    MeController(HeldGrants held, Access access, Places places, ScopedWork work, Audit audit) {
        this.held = held;
        this.access = access;
        this.places = places;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping("/api/personnel/me")
    Me me(Actor actor) {
        return work.read(
                actor,
                () -> new Me(
                        actor.account(),
                        actor.username(),
                        actor.name(),
                        actor.today(),
                        actor.authzVersion(),
                        actor.actions(),
                        held.of(actor, actor.grants())));
    }

    @GetMapping("/api/personnel/people/{personId}/why")
    Sight explainSight(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            List<Grant> reaching = access.why(actor, places.spots(actor, personId));
            if (reaching.isEmpty()) {
                throw Refused.notFound();
            }
            audit.write(Audit.Entry.of("explainSight").about(personId));
            return new Sight(held.of(actor, reaching));
        });
    }
}
