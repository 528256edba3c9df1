package opencadre.planning.seat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.planning.vacancy.rule.VacancyRules.Stay;
import org.jspecify.annotations.Nullable;

/**
 * A visible person in a seat, now or on a later day.
 *
 * @param to first day after, or null while open
 * @param termMonths length of the term that the decision gives, or null
 * @param bodyTermEnds end of the term of office of the body in which the post was begun, whether the seat is held for
 *     it or not; null where none is on record
 * @param stay of whoever was rotated or seconded here, else null
 * @param revision of the copy of the person
 */
public record Holder(
        UUID seatId,
        UUID personId,
        String personName,
        @Nullable PartialDate birth,
        boolean female,
        UUID assignmentId,
        boolean acting,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer termMonths,
        @Nullable LocalDate bodyTermEnds,
        @Nullable Stay stay,
        long revision,
        Instant recordedAt,
        Instant appliedAt) {

    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
}
