package opencadre.planning.plan;

import java.util.Set;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.plan.rule.FulfilmentRules.Title;

/**
 * The seat of an entry.
 *
 * @param code of its title
 * @param level whose say it is over it
 * @param rank smaller is higher
 * @param valid the days on which it stands
 */
public record PlannedSeat(
        UUID id,
        UUID unitId,
        String code,
        Set<String> equalTitles,
        int rank,
        String level,
        Regime regime,
        Period valid) {

    Title title() {
        return new Title(id, unitId, code, equalTitles);
    }

    /** The title in its unit, for which no more than so many people are planned. */
    String titleInUnit() {
        return unitId + " " + code;
    }
}
