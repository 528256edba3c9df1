package opencadre.personnel.imports;

import java.util.Map;
import java.util.UUID;
import opencadre.personnel.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose lines say how the province is organised: units, titles, seats, terms. They are of nobody; every service
 * is told.
 */
abstract class OrganisationSheet extends BeliefSheet {

    @Override
    public final boolean isTold() {
        return true;
    }

    @Override
    public final boolean isOfPeople() {
        return false;
    }

    /** How a line names a unit; nothing where there is none, or where it has no code. */
    static @Nullable String agencyCode(Map<UUID, Unit> named, @Nullable UUID unitId) {
        Unit unit = unitId == null ? null : named.get(unitId);
        return unit == null ? null : unit.agencyCode();
    }
}
