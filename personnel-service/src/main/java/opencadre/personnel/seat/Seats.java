package opencadre.personnel.seat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.time.Believed;
import opencadre.personnel.seat.rule.SeatRules.Taken;
import org.jspecify.annotations.Nullable;

/** Where titles and seats are kept. */
public interface Seats {

    /** A seat with how often it changed. */
    record Kept(Seat seat, long revision, Instant recordedAt) {}

    /** What a list asks for: a unit, with all below it or alone, on a day. */
    record Query(UUID unitId, boolean below, LocalDate day) {}

    /** Where a line stands in a list: by unit in the order of the tree, then by height of the title. */
    record Position(long unit, int rank, UUID seatId) {}

    /** A line of a list. */
    record Line(Position position, Seat seat) {}

    /** Makes changes of the catalogue and of what bears its titles come one after another. */
    void holdCatalogue();

    /** The catalogue, highest title first. */
    List<Title> titles();

    Optional<Title> title(String code);

    /**
     * Keeps a title as given, with its equals on both sides.
     *
     * @param touched those that gain or lose an equal by it, and are believed to be otherwise from now on
     */
    void put(Title title, Set<String> touched, Instant recordedAt);

    /** How often a title itself changed; that another is equal to it is not counted. */
    OptionalLong titleRevision(String code);

    /** Every belief in titles, those that stand first, as the catalogue has them. */
    List<Believed<Title>> titleBeliefs();

    /** Every belief in these seats. */
    List<Believed<Seat>> beliefs(Collection<UUID> ids);

    Optional<Seat> find(UUID id);

    /** The seat of a title in a unit that stands on a day; of several the oldest. */
    Optional<Seat> of(UUID unitId, String titleCode, LocalDate day);

    /** The codes of the titles that seats bear. */
    Map<UUID, String> titleCodes(Collection<UUID> seatIds);

    /** The seats of some units that stand on a day or later, highest title first. */
    List<Kept> in(Collection<UUID> unitIds, LocalDate day);

    /** Takes a seat away; what refers to it is refused by the database. */
    void remove(UUID id);

    /** Takes a title out of the catalogue; seats that bear it are in the way. */
    void removeTitle(String code);

    /** The seat, held until the end of the transaction, so that nobody else takes it meanwhile. */
    Optional<Kept> lock(UUID id);

    /** Every seat of these titles, by id. */
    List<Kept> bearing(Set<String> titleCodes);

    void add(Seat seat, Instant recordedAt);

    void revise(Seat seat, long revision, Instant recordedAt);

    /** The days on which the seat is held by anybody, but for one post; never by whom. */
    List<Taken> taken(UUID seatId, @Nullable UUID butFor);

    /** The first lines after a line. */
    List<Line> page(Query query, @Nullable Position after, int limit);

    /**
     * The seats of a unit and below, or of all units, that stand today or later and that the actor reaches, in the
     * order of the trees; of whoever runs the system, all.
     */
    List<UUID> inReach(Actor actor, @Nullable UUID unitId);

    /** Who in the actor's scope holds the seats on a day, those in full before acting ones. */
    List<SeatHolder> holders(Actor actor, Collection<UUID> seatIds, LocalDate day);
}
