package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered, with the post that brings them here.
 *
 * @param fileNumber number of the dossier (số hiệu), by which workbooks name the person
 * @param idNumberReason why the number stands although it says another sex or year of birth
 */
public record NewPerson(
        String fullName,
        Sex sex,
        PartialDate birth,
        @Nullable String fileNumber,
        @Nullable String idNumber,
        @Nullable String idNumberReason,
        NewAssignment assignment) {

    /**
     * A post to be recorded; dates as typed, not yet known to make a period. With a seat, what is left out comes from
     * it; in a correction, what is left out of seat, acting and term stays as it is.
     */
    public record NewAssignment(
            @Nullable UUID seatId,
            @Nullable UUID unitId,
            @Nullable String title,
            @Nullable ManagementScope scope,
            boolean concurrent,
            @Nullable Boolean acting,
            @Nullable Integer termMonths,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
