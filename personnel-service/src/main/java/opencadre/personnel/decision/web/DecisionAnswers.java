package opencadre.personnel.decision.web;

import java.util.Collection;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionRemarks;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.web.Views.DecisionDetail;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Component;

/** Makes answers about decisions: the names they speak of, at once for all, and what is to be known of one. */
@Component
final class DecisionAnswers {

    private final Decisions decisions;
    private final DecisionRemarks remarks;
    private final Units units;

    DecisionAnswers(Decisions decisions, DecisionRemarks remarks, Units units) {
        this.decisions = decisions;
        this.remarks = remarks;
        this.units = units;
    }

    /** The answer about one decision alone. */
    DecisionDetail one(Actor actor, Decision decision) {
        return DecisionDetail.of(decision, actor, names(actor, List.of(decision)), remarks.of(decision, actor.today()));
    }

    Views.Names names(Actor actor, Collection<Decision> shown) {
        return new Views.Names(
                decisions.names(
                        actor,
                        Views.effects(shown).map(Effect::personId).distinct().toList()),
                units.names(Views.effects(shown).map(Effect::unitId).distinct().toList(), actor.today()));
    }
}
