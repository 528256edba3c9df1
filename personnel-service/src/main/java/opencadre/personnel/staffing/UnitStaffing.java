package opencadre.personnel.staffing;

import java.util.List;
import java.util.UUID;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatHolder;
import org.jspecify.annotations.Nullable;

/**
 * How a unit is staffed on a day, as far as its reader sees it.
 *
 * @param approved how many may hold its seats at once
 * @param filled how many are seen to hold one, acting ones not counted
 * @param whole whether every holder would be seen
 * @param head the seat of whoever leads it; null where it has none
 */
public record UnitStaffing(
        UUID unitId,
        int approved,
        int filled,
        boolean whole,
        @Nullable Head head) {

    /**
     * The seat that leads the unit.
     *
     * @param vacant nobody holds it, others than acting; false also where that is not known
     * @param heldBy those seen to hold it, acting ones last
     */
    public record Head(Seat seat, boolean vacant, List<SeatHolder> heldBy) {}
}
