package opencadre.planning.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.rule.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for an account.
 *
 * @param id of the plan entry, the procedure, the seat or the person
 * @param subject the seat that it is about, or the post
 * @param by who brought it here
 * @param since since when it waits
 * @param day on which the seat falls vacant, or by which the person is to be told
 * @param confidence of what the day stands on; null where no law was asked
 * @param lastDay of work, of whoever retires
 */
public record WorkItem(
        UUID id,
        Type type,
        @Nullable UUID personId,
        @Nullable String personName,
        String subject,
        @Nullable String by,
        Instant since,
        @Nullable LocalDate day,
        @Nullable Confidence confidence,
        @Nullable LocalDate lastDay) {

    /** What others brought here, and what waits by no law of days. */
    public WorkItem(
            UUID id,
            Type type,
            @Nullable UUID personId,
            @Nullable String personName,
            String subject,
            @Nullable String by,
            Instant since) {
        this(id, type, personId, personName, subject, by, since, null, null, null);
    }

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
        SEAT_FALLS_VACANT,
        /** Somebody in a post retires, and is to be told by a day. */
        RETIREMENT_NOTICE
    }

    /** The last line of a page. */
    public record Position(Instant since, UUID id) {}
}
