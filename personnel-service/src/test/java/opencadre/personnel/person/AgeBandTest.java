package opencadre.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Random;
import opencadre.kit.time.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        // The day before the birthday, and the birthday.
        "1995-11-24, 2026-11-23, TO_30",
        "1995-11-24, 2026-11-24, FROM_31",
        "1985-11-24, 2026-11-23, FROM_31",
        "1985-11-24, 2026-11-24, FROM_41",
        "1975-11-24, 2026-11-24, FROM_51",
        "1970-11-24, 2026-11-23, FROM_51",
        "1970-11-24, 2026-11-24, FROM_56",
        "1965-11-24, 2026-11-23, FROM_56",
        "1965-11-24, 2026-11-24, OVER_60",
        // Born on a day that not every year has.
        "1996-02-29, 2027-02-28, TO_30",
        "1996-02-29, 2027-03-01, FROM_31",
        "1997-02-28, 2028-02-29, FROM_31",
        "1997-03-01, 2028-02-29, TO_30",
        // Known by year or month alone: the first day of it.
        "1995, 2025-12-31, TO_30",
        "1995, 2026-01-01, FROM_31",
        "1995-06, 2026-05-31, TO_30",
        "1995-06, 2026-06-01, FROM_31",
        // Not yet born.
        "2030, 2026-11-24, TO_30"
    })
    void goesByFullYearsOnTheDay(String birth, LocalDate day, AgeBand band) {
        assertThat(AgeBand.of(PartialDate.parse(birth), day)).isEqualTo(band);
    }

    @Test
    void agreesWithTheCalendarOnAnyDay() {
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            LocalDate birth = LocalDate.ofEpochDay(random.nextInt(60_000) - 40_000);
            LocalDate day = birth.plusYears(random.nextInt(80)).plusDays(random.nextInt(3));

            assertThat(AgeBand.of(PartialDate.parse(birth.toString()), day))
                    .as(birth + " on " + day)
                    .isEqualTo(band(Period.between(birth, day).getYears()));
        }
    }

    private static AgeBand band(int years) {
        if (years <= 40) {
            return years <= 30 ? AgeBand.TO_30 : AgeBand.FROM_31;
        }
        if (years <= 55) {
            return years <= 50 ? AgeBand.FROM_41 : AgeBand.FROM_51;
        }
        return years <= 60 ? AgeBand.FROM_56 : AgeBand.OVER_60;
    }
}
