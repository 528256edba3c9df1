package opencadre.personnel.unit;

import java.util.UUID;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stood over some days.
 *
 * @param tree the tree it stands in, for as long as it lives
 * @param name as in {@code Ủy ban nhân dân phường Sông Công}
 * @param type as in {@code PHUONG}, {@code PHONG}; free, since the law renames types
 * @param code the national or agency code, where it has one
 * @param agencyCode electronic identifier of the agency, for as long as it lives; workbooks name a unit by it
 * @param parentId the unit above, none for a root
 * @param valid the days on which it stood so
 * @param instrument the legal act, as in {@code 1683/NQ-UBTVQH15}
 */
public record Unit(
        UUID id,
        Tree tree,
        String name,
        String type,
        @Nullable String code,
        @Nullable String agencyCode,
        @Nullable UUID parentId,
        Period valid,
        String instrument) {

    /** The same over other days. */
    Unit over(Period days) {
        return new Unit(id, tree, name, type, code, agencyCode, parentId, days, instrument);
    }
}
