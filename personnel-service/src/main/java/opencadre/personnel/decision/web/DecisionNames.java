package opencadre.personnel.decision.web;

import java.util.Collection;
import opencadre.kit.access.Actor;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Component;

/** Looks up the names that answers about decisions speak of, at once for all of them. */
@Component
final class DecisionNames {

    private final Decisions decisions;
    private final Units units;

    DecisionNames(Decisions decisions, Units units) {
        this.decisions = decisions;
        this.units = units;
    }

    Views.Names of(Actor actor, Collection<Decision> shown) {
        return new Views.Names(
                decisions.names(
                        actor,
                        Views.effects(shown).map(Effect::personId).distinct().toList()),
                units.names(Views.effects(shown).map(Effect::unitId).distinct().toList(), actor.today()));
    }
}
