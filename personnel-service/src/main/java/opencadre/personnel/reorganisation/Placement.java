package opencadre.personnel.reorganisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the holder of a post in a unit that ends goes on.
 *
 * @param seatId SEAT: the seat taken
 * @param unitId UNIT: where a post in no seat goes on
 * @param title UNIT: as what
 * @param termMonths length of a term that begins anew; null where none does
 * @param successorId the post that began instead; null before the approval, and for NONE
 * @param priorEnd the end that the post had before; null where it was open
 * @param carried whether it has come about, and was not taken back
 */
public record Placement(
        UUID assignmentId,
        UUID personId,
        Into into,
        @Nullable UUID seatId,
        @Nullable UUID unitId,
        @Nullable String title,
        boolean concurrent,
        @Nullable Integer termMonths,
        @Nullable UUID successorId,
        @Nullable LocalDate priorEnd,
        boolean carried) {

    /** What a post becomes. */
    public enum Into {
        /** The holder takes a seat. */
        SEAT,
        /** The holder goes on in no seat. */
        UNIT,
        /** The post ends and nothing follows it here. */
        NONE
    }

    /** As it is said, before anything comes about. */
    public static Placement said(
            UUID assignmentId,
            UUID personId,
            Into into,
            @Nullable UUID seatId,
            @Nullable UUID unitId,
            @Nullable String title,
            boolean concurrent,
            @Nullable Integer termMonths) {
        return new Placement(
                assignmentId, personId, into, seatId, unitId, title, concurrent, termMonths, null, null, false);
    }

    Placement carriedOut(@Nullable UUID successor, @Nullable LocalDate end) {
        return new Placement(
                assignmentId, personId, into, seatId, unitId, title, concurrent, termMonths, successor, end, true);
    }

    Placement takenBack() {
        return new Placement(
                assignmentId,
                personId,
                into,
                seatId,
                unitId,
                title,
                concurrent,
                termMonths,
                successorId,
                priorEnd,
                false);
    }
}
