package opencadre.personnel.person;

import java.util.Optional;
import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people is narrowed to; what is null is not asked.
 *
 * @param words of a name, accents optional; with a digit in them the beginning of a number of the dossier, as no name
 *     has one
 * @param unit and all below it
 * @param basis as which units
 * @param age by full years on the day
 * @param scope of a post that is held on the day
 * @param title code of the title of a seat that is held on the day, as {@code BI_THU_XA}
 */
public record PeopleFilter(
        @Nullable String words,
        @Nullable UUID unit,
        UnitBasis basis,
        @Nullable Sex sex,
        @Nullable AgeBand age,
        @Nullable ManagementScope scope,
        @Nullable String title) {

    /** The same, not narrowed to what the groups of a list divide. */
    public PeopleFilter undivided() {
        return new PeopleFilter(words, unit, basis, null, null, null, title);
    }

    /** The number of a dossier that is looked for; nothing where the words are of a name. */
    public Optional<String> number() {
        return Optional.ofNullable(words)
                .map(String::strip)
                .filter(typed -> typed.chars().anyMatch(Character::isDigit));
    }
}
