package opencadre.personnel.person;

import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people is narrowed to; what is null is not asked.
 *
 * @param words of a name, accents optional
 * @param unit and all below it
 * @param basis as which units
 * @param age by full years on the day
 * @param scope of a post that is held on the day
 */
public record PeopleFilter(
        @Nullable String words,
        @Nullable UUID unit,
        UnitBasis basis,
        @Nullable Sex sex,
        @Nullable AgeBand age,
        @Nullable ManagementScope scope) {}
