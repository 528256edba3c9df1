package opencadre.planning.seat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/** The copy of seats, for reading. Every method runs inside the transaction that knows the actor. */
public interface Seats {

    /** Seats in reach that stand on the day, in the order of the tree, the highest title of a unit first. */
    List<Seat> page(Actor actor, Query query, @Nullable Position after, int limit);

    /**
     * Seats in reach of which a place may be free by a day; those that certainly stay filled are left out, so that few
     * are looked at closely.
     */
    List<Seat> mayFallVacant(Actor actor, Query query, LocalDate by);

    /** A seat in reach, also on a day on which it does not stand. */
    Optional<Seat> find(Actor actor, UUID seatId, LocalDate day);

    /** The unit that workbooks name by this agency code (mã cơ quan). */
    Optional<UUID> unitCoded(String agencyCode);

    /** The seat of a title in a unit, in reach and standing on the day; nothing where there are several. */
    Optional<UUID> of(Actor actor, UUID unitId, String titleCode, LocalDate day);

    /** Visible people in seats on a day and later, by the first day of their posts. */
    Map<UUID, List<Holder>> holders(Actor actor, Collection<UUID> seatIds, LocalDate day);

    /** How many visible people are planned for each seat on a day. */
    Map<UUID, Integer> planned(Actor actor, Collection<UUID> seatIds, LocalDate day);

    /** Visible people who are planned for a seat on a day, by name. */
    List<SeatCandidate> candidates(Actor actor, UUID seatId, LocalDate day);

    /** What a list asks for. */
    record Query(@Nullable UUID unitId, LocalDate day) {}

    /** The last line of a page. */
    record Position(long unitPosition, int rank, UUID id) {}
}
