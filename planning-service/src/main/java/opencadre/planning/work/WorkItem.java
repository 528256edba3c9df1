package opencadre.planning.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for an account.
 *
 * @param id of the plan entry, the procedure or the seat
 * @param subject the seat that it is about
 * @param by who brought it here
 * @param since since when it waits
 * @param day on which the seat falls vacant
 */
public record WorkItem(
        UUID id,
        Type type,
        @Nullable UUID personId,
        @Nullable String personName,
        String subject,
        @Nullable String by,
        Instant since,
        @Nullable LocalDate day) {

    /** What has to be done. */
    public enum Type {
        /** Somebody else proposed it; the account may approve it. */
        PLAN_TO_APPROVE,
        /** Somebody else opened it; the account may approve the policy. */
        POLICY_TO_APPROVE,
        /** Somebody else put it on record from papers of the past; the account may confirm it. */
        PAPERS_TO_CONFIRM,
        /** The next step of a procedure, or the choice of the head. */
        STEP_TO_HOLD,
        /** Somebody else opened it; the account may conclude. */
        PROCEDURE_TO_CONCLUDE,
        /** A seat falls vacant within a year, and no procedure is open for it. */
        SEAT_FALLS_VACANT
    }

    /** The last line of a page. */
    public record Position(Instant since, UUID id) {}
}
