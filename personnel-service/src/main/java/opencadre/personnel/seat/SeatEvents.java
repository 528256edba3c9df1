package opencadre.personnel.seat;

import java.time.Instant;

/** Tells others of a seat. */
public interface SeatEvents {

    /**
     * The whole seat with its title.
     *
     * @param because what changed, as {@code established}
     */
    void changed(Seat seat, long revision, Instant recordedAt, String because);

    /** The seat is gone. */
    void erased(java.util.UUID seatId, long revision);
}
