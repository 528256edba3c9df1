package opencadre.planning.seat;

import java.time.LocalDate;
import java.util.UUID;

/** A visible person who is planned for the seat on the day. */
public record SeatCandidate(
        UUID entryId, UUID personId, String personName, String term, LocalDate approvedOn, String decision) {}
