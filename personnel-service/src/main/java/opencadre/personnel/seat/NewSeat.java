package opencadre.personnel.seat;

import java.util.UUID;
import opencadre.kit.time.Period;
import org.jspecify.annotations.Nullable;

/** A seat to be established; unit and title are named, not yet known to stand. */
public record NewSeat(
        UUID id,
        UUID unitId,
        String titleCode,
        SeatKind kind,
        Regime regime,
        ManagementScope scope,
        int holders,
        @Nullable Integer termMonths,
        Period valid,
        String instrument) {

    /** One that stands, as it shall stand. */
    public static NewSeat of(Seat seat) {
        return new NewSeat(
                seat.id(),
                seat.unitId(),
                seat.title().code(),
                seat.kind(),
                seat.regime(),
                seat.scope(),
                seat.holders(),
                seat.termMonths(),
                seat.valid(),
                seat.instrument());
    }
}
