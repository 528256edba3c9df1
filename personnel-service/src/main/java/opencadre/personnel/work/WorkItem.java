package opencadre.personnel.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for an account.
 *
 * @param id the decision, the post whose term ends or whose holder is to return, the reorganisation, the declaration,
 *     the round of evaluation or of review, or the merge
 * @param personId whom it is about; null for what is about nobody alone
 * @param subject as {@code APPOINT} of a decision, {@code SENSITIVE} of a declaration, {@code PREPARED} of a merge; the
 *     title of the post, the name of the reorganisation or of the round of review, or the unit that is rated
 * @param by who brought it here; the unit, for a term that ends, a return and an election
 * @param since since when it waits
 * @param due the day on which the term ends, the return is due, the reorganisation is to take effect, or the last day
 *     of the review
 * @param publicEmployee whether the rules of public employees hold for the post
 * @param period in which people are rated
 */
public record WorkItem(
        UUID id,
        Type type,
        @Nullable UUID personId,
        String subject,
        String by,
        Instant since,
        @Nullable LocalDate due,
        boolean publicEmployee,
        @Nullable Period period) {

    /** What has to be done. */
    public enum Type {
        /** A prepared decision that the account may issue. */
        DECISION_TO_ISSUE,
        /** The term of a post ends: reappoint, extend or release. */
        TERM_EXPIRES,
        /** A prepared reorganisation that the account may approve. */
        REORGANISATION_TO_APPROVE,
        /** A change of their own CV that an official asked for, on which the account may decide. */
        DECLARATION_TO_DECIDE,
        /** Somebody was elected to a seat whose election is ratified, and has not been given it. */
        ELECTION_TO_RATIFY,
        /** Somebody who was rotated is due back, or has stayed as long as is asked at the least. */
        ROTATION_ENDS,
        /** Somebody who was seconded is due back. */
        SECONDMENT_ENDS,
        /** A proposed round of evaluation on which the account may decide. */
        EVALUATION_TO_DECIDE,
        /** A merge of two records, or its undoing, that the account may approve. */
        MERGE_TO_APPROVE,
        /** Dossiers of units that the account keeps are still to be looked through in a round of review. */
        REVIEW_TO_DO,
        /** A round of review that the account may close is past its deadline and not complete. */
        REVIEW_OVERDUE,
        /** The term of office of a body comes to its end. */
        BODY_TERM_ENDS
    }

    /**
     * Who asks what waits, as whoever may do each thing; null where the account may not.
     *
     * @param issuer of decisions
     * @param author of decisions
     * @param approver of reorganisations
     * @param keeper of personal entries of CVs
     * @param sensitiveKeeper of sensitive ones
     * @param rater who decides on ratings
     * @param merger of records
     * @param reviewer who looks dossiers through
     * @param opener of rounds of review
     */
    public record Asker(
            @Nullable Actor issuer,
            @Nullable Actor author,
            @Nullable Actor approver,
            @Nullable Actor keeper,
            @Nullable Actor sensitiveKeeper,
            @Nullable Actor rater,
            @Nullable Actor merger,
            @Nullable Actor reviewer,
            @Nullable Actor opener) {}

    /**
     * For how long somebody is sent where the paper plans no return, by the law of the day; null where it was not read.
     *
     * @param rotation months that whoever is rotated stays at the least
     * @param secondment months that a secondment lasts at the most
     */
    public record Stays(
            @Nullable Integer rotation, @Nullable Integer secondment) {}

    /**
     * A year or a quarter of it.
     *
     * @param quarter 1 to 4; null for the whole year
     */
    public record Period(int year, @Nullable Integer quarter) {}

    /** The last line of a page. */
    public record Position(Instant since, UUID id) {}
}
