package opencadre.personnel.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** Where decisions are kept. With no actor named, it is the service's own work, which sees everything. */
public interface Decisions {

    /** What a list asks for. */
    record Query(
            @Nullable DecisionState state,
            @Nullable UUID person,
            @Nullable UUID unit) {}

    /** Whom and what a procedure chose. */
    record Conclusion(UUID procedureId, UUID personId, UUID seatId) {}

    /** Holds a decision until the end of the transaction; nothing outside the actor's scope. */
    Optional<Decision> lock(@Nullable Actor actor, UUID id);

    /** Everything ever believed of it, as far as the actor sees. */
    Optional<Decision> find(@Nullable Actor actor, UUID id);

    /**
     * Decisions that ever had this number, day of signature and level, as far as the actor sees; none that was dropped.
     */
    List<Decision> numbered(Actor actor, String number, LocalDate signedOn, ManagementScope authority);

    /** The decision that concludes a procedure, and what the procedure chose when it was last drawn up. */
    Optional<Map.Entry<UUID, Conclusion>> concluding(UUID procedureId);

    /** Adds the aggregate at revision 1 with its first belief. */
    void add(UUID id, @Nullable Conclusion conclusion, Decision.Belief belief);

    /** Records another belief; false when its number is taken. What was believed moves to the past. */
    boolean record(UUID id, long revision, Decision.Belief belief, String because);

    /** Another choice of the procedure that a draft concludes. */
    void conclude(UUID id, Conclusion conclusion);

    /** Takes a draft away for good. */
    void remove(UUID id);

    /** Drafts of procedures that nobody has written in. */
    List<UUID> untouchedDrafts();

    /** Whether another decision that stands, or a reorganisation, ends one of the posts. */
    boolean isBuiltOn(Collection<UUID> assignmentIds, UUID butFor);

    /** The last day on which a decision that stands tells that the person was elected to the seat. */
    Optional<LocalDate> electedOn(UUID personId, UUID seatId);

    /** First days of those of the posts to which a decision that stands rotated somebody, by the post. */
    Map<UUID, LocalDate> rotatedOn(Collection<UUID> assignmentIds);

    /** The first decisions after one, newest first, as believed now. */
    List<Decision> page(Actor actor, Query query, @Nullable UUID after, int limit);

    /** Names of people, as far as the actor sees them. */
    Map<UUID, String> names(Actor actor, Collection<UUID> people);
}
