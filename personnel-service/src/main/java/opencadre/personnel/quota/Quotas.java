package opencadre.personnel.quota;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.unitfact.UnitFacts;
import org.jspecify.annotations.Nullable;

/** Where staffing quotas are kept. */
public interface Quotas extends UnitFacts<StaffingQuota> {

    /**
     * So many people.
     *
     * @param regime of the seat that they hold; null of those who hold none
     */
    record Present(@Nullable Regime regime, int people) {}

    /**
     * Those whom the actor sees with a post in a unit or below it on a day, which they hold neither beside another one
     * nor as acting; who is in posts of two regimes counts in both.
     */
    List<Present> present(Actor actor, UUID unitId, LocalDate day);
}
