package opencadre.personnel.seat;

import java.util.UUID;
import opencadre.kit.time.Period;

/** Somebody in the reader's scope holds a seat. */
public record SeatHolder(
        UUID seatId, UUID personId, String fullName, UUID assignmentId, boolean acting, Period valid) {}
