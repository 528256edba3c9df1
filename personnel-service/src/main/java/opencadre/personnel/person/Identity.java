package opencadre.personnel.person;

import java.time.LocalDate;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;

/**
 * Name, sex and birth of a person over some days. A name that was wrong is corrected; a name that changed is a new
 * period.
 *
 * @param fullName as on the birth certificate, composed characters, single spaces: {@code Dương Minh Khải}
 */
public record Identity(Period valid, String fullName, Sex sex, PartialDate birth, Recorded recorded) {

    /** Where the validity of the first identity begins: before any official now alive. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
}
