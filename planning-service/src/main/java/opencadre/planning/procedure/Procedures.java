package opencadre.planning.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.rule.Stage;
import org.jspecify.annotations.Nullable;

/** Where procedures are kept. Every method runs inside the transaction that knows the actor. */
public interface Procedures {

    /** Makes openings for one seat come one after another. */
    void holdSeat(UUID seatId);

    /** The open procedure of a seat. */
    Optional<UUID> openFor(UUID seatId);

    /**
     * The latest procedure of a seat whose policy was asked for on a day, but for those that whoever put them on record
     * from papers took back.
     */
    Optional<Procedure> recorded(Actor actor, UUID seatId, LocalDate requestedOn);

    /** Begins a record with its first entry. */
    Procedure open(UUID seatId, UUID unitId, int scope, Act by, ProcedureAct.Opened act);

    /** Holds a procedure in reach until the end of the transaction. */
    Optional<Procedure> lock(Actor actor, UUID id);

    /** A procedure in reach. */
    Optional<Procedure> find(Actor actor, UUID id);

    /** Adds an entry to the record and reads it anew. */
    Procedure append(Procedure procedure, Act by, ProcedureAct act);

    /** Procedures in reach, latest opened first. */
    List<Line> page(Actor actor, Query query, @Nullable Position after, int limit);

    /** The signed decision that followed, as its copy has it. */
    Optional<Decision> decision(UUID procedureId);

    /** Names of the people whom the actor sees. */
    Map<UUID, String> names(Actor actor, Collection<UUID> personIds);

    /** Title and unit of a seat on a day, as the structure has them. */
    SeatName seatName(UUID seatId, LocalDate day);

    /** What a list asks for. */
    record Query(
            @Nullable UUID unitId,
            @Nullable UUID seatId,
            @Nullable Stage state,
            LocalDate day) {}

    /** The last line of a page. */
    record Position(Instant openedAt, UUID id) {}

    record Line(
            UUID id,
            UUID seatId,
            String title,
            UUID unitId,
            String unitName,
            Stage state,
            Instant openedAt,
            int stepsHeld) {}

    record SeatName(String title, String unitName) {}

    /**
     * A decision that personnel recorded.
     *
     * @param effectiveFrom first day in the post; null when it takes nobody into one
     */
    record Decision(
            UUID id,
            String number,
            LocalDate signedOn,
            boolean rescinded,
            @Nullable LocalDate effectiveFrom) {}
}
