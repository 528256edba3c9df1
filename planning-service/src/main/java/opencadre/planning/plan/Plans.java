package opencadre.planning.plan;

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
import opencadre.kit.time.Period;
import opencadre.planning.plan.rule.FulfilmentRules.Title;
import org.jspecify.annotations.Nullable;

/** Where plans are kept. Every method runs inside the transaction that knows the actor. */
public interface Plans {

    /** Makes changes of a person's entries, of their posts and the erasure of the person come one after another. */
    void hold(UUID personId);

    /**
     * Makes approvals for one title in one unit come one after another, so that two do not both take the last place.
     */
    void holdTitle(String titleInUnit);

    /** A seat in a unit that the actor reaches. */
    Optional<PlannedSeat> seat(Actor actor, UUID seatId);

    /** The seats of these ids, as the structure has them. */
    Map<UUID, PlannedSeat> seats(Collection<UUID> seatIds);

    /** Whose entry it is, when the actor sees the person. */
    Optional<UUID> personOf(Actor actor, UUID id);

    /** Whose entries these are and for which seats, of people whom the actor sees. */
    Map<UUID, Aim> aims(Actor actor, Collection<UUID> ids);

    /** Adds the aggregate at revision 1. */
    UUID add(UUID personId, UUID seatId, Instant recordedAt);

    /** Holds an entry until the end of the transaction. */
    Optional<PlanEntryFile> lock(UUID id);

    /** Everything ever believed of an entry. */
    Optional<PlanEntryFile> file(UUID id);

    void record(PlanEntry entry);

    /** Ends what is believed of an entry. */
    void end(UUID id, Instant at, String because);

    /** Takes an entry to a revision. */
    void revise(UUID id, long revision, Instant recordedAt);

    /** What is believed now of a person's entries. */
    List<PlanEntryFile> of(UUID personId);

    /** The revision of an entry of somebody whom the actor sees. */
    OptionalLong revision(Actor actor, UUID id);

    /** Takes the published plan of a person to its next revision and reads it. */
    PlanOfPerson publish(UUID personId, Instant recordedAt);

    /**
     * Approved entries that count against a limit from a day on, whether or not the actor sees their people.
     *
     * @param except the entry that is judged, or null
     */
    List<Standing> standing(UUID personId, PlannedSeat seat, LocalDate from, @Nullable UUID except);

    /** The posts believed of people. */
    Map<UUID, List<Post>> posts(Collection<UUID> personIds);

    /** People with entries that a change of a seat may touch. */
    Set<UUID> peopleAround(UUID seatId);

    /**
     * A page of entries of visible people, in the order in which they were recorded.
     *
     * @param proposals the actors as which proposals may be seen, none when nowhere
     */
    List<PlanLine> page(Actor actor, List<Actor> proposals, Query query, @Nullable Position after, int limit);

    /** One entry of a visible person. */
    Optional<PlanLine> find(Actor actor, List<Actor> proposals, UUID id, LocalDate day);

    /** Deletes all of a person; the revision of the published plan, or nothing when nothing was ever told. */
    Optional<Long> erase(UUID personId);

    /** Whom an entry is about. */
    record Aim(UUID personId, UUID seatId) {}

    /** What a list asks for. */
    record Query(
            @Nullable UUID unitId,
            @Nullable UUID seatId,
            @Nullable UUID personId,
            @Nullable PlanState state,
            LocalDate day) {}

    /** The last line of a page. */
    record Position(Instant recordedFrom, UUID id) {}

    /** An approved entry of anybody. */
    record Standing(UUID id, UUID personId, String titleInUnit, String level, Period valid) {}

    /**
     * A post of a person.
     *
     * @param seatId null for a post in no seat
     * @param title null when the seat is in no copy yet
     * @param rank of its title
     */
    record Post(
            @Nullable UUID seatId,
            @Nullable Title title,
            @Nullable Integer rank,
            boolean acting,
            Period valid) {

        /** In a seat that this service has not heard of yet. */
        boolean isUnread() {
            return seatId != null && title == null;
        }
    }
}
