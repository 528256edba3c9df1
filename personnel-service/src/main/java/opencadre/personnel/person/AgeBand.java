package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;

/**
 * The bands of age that the forms print, by full years on a day. Whose birth is known by year or month alone is taken
 * for born on its first day.
 *
 * <p>Shape: born 1995-11-24 is 31 on 2026-11-24, the birthday, and 30 the day before.
 */
public enum AgeBand {
    TO_30(0),
    FROM_31(31),
    FROM_41(41),
    FROM_51(51),
    FROM_56(56),
    OVER_60(61);

    private final int years;

    AgeBand(int years) {
        this.years = years;
    }

    /** The last day on which somebody was born who is in this band or an older one. */
    public LocalDate bornBy(LocalDate day) {
        return day.minusYears(years);
    }

    /** The band of somebody on a day; the youngest one before the birth. */
    public static AgeBand of(PartialDate birth, LocalDate day) {
        return oldestFirst()
                .filter(band -> !birth.earliest().isAfter(band.bornBy(day)))
                .findFirst()
                .orElse(TO_30);
    }

    /** All of them but the youngest, which takes everybody who is in none of these. */
    public static Stream<AgeBand> oldestFirst() {
        return Stream.of(values()).filter(band -> band != TO_30).sorted(Comparator.reverseOrder());
    }
}
