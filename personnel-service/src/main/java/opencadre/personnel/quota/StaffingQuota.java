package opencadre.personnel.quota;

import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.unitfact.UnitFact;

/**
 * How many people of a regime a unit with all below it may have (biên chế được giao).
 *
 * @param valid the days for which it is given, as a year; open where no end is said
 * @param instrument the paper that gives it, as {@code Quyết định 12-QĐ/TU}
 */
public record StaffingQuota(UUID id, UUID unitId, Regime regime, int people, Period valid, String instrument)
        implements UnitFact {}
