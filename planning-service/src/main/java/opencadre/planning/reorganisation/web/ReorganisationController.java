package opencadre.planning.reorganisation.web;

import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.planning.reorganisation.KnownReorganisation;
import opencadre.planning.reorganisation.KnownReorganisations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reorganisation touches here. The answer is in the audit before it leaves. */
@RestController
@RequestMapping("/api/planning/reorganisations")
final class ReorganisationController {

    private final KnownReorganisations reorganisations;
    private final ScopedWork work;
    private final Audit audit;

    ReorganisationController(KnownReorganisations reorganisations, ScopedWork work, Audit audit) {
        this.reorganisations = reorganisations;
        this.work = work;
        this.audit = audit;
    }

    record UnitImpact(UUID unitId, int planned, int procedures) {}

    record ReorganisationImpact(long revision, List<UnitImpact> items) {}

    @GetMapping("/{reorganisationId}/impact")
    ReorganisationImpact getReorganisationImpact(Actor actor, @PathVariable UUID reorganisationId) {
        return work.read(actor, () -> {
            KnownReorganisation known =
                    reorganisations.find(actor, reorganisationId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getReorganisationImpact").on(reorganisationId));
            return new ReorganisationImpact(
                    known.revision(),
                    reorganisations.impact(actor, known).stream()
                            .map(unit -> new UnitImpact(unit.unitId(), unit.planned(), unit.procedures()))
                            .toList());
        });
    }
}
