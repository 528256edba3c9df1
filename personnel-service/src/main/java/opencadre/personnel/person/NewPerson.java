package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered, with the post that brings them here.
 *
 * @param idNumberReason why the number stands although it says another sex or year of birth
 */
public record NewPerson(
        String fullName,
        Sex sex,
        PartialDate birth,
        @Nullable String idNumber,
        @Nullable String idNumberReason,
        NewAssignment assignment) {

    /** A post to be recorded; dates as typed, not yet known to make a period. */
    public record NewAssignment(
            UUID unitId,
            String title,
            ManagementScope scope,
            boolean concurrent,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
