package opencadre.personnel.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for an account.
 *
 * @param id the decision, the post whose term ends, the reorganisation, the declaration, or the merge
 * @param personId whom it is about; null for what is about nobody alone
 * @param subject kind of the decision, title of the post, name of the reorganisation, the part of the CV, or what is to
 *     become of two records
 * @param by who brought it here; the unit, for a term that ends
 * @param since since when it waits
 * @param due the day on which the term ends, or on which the reorganisation is to take effect
 * @param publicEmployee whether the rules of public employees hold for the post
 */
public record WorkItem(
        UUID id,
        Type type,
        @Nullable UUID personId,
        String subject,
        String by,
        Instant since,
        @Nullable LocalDate due,
        boolean publicEmployee) {

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
        /** A merge of two records, or its undoing, that the account may approve. */
        MERGE_TO_APPROVE
    }

    /**
     * Who asks what waits, as whoever may do each thing; null where the account may not.
     *
     * @param issuer of decisions
     * @param author of decisions
     * @param approver of reorganisations
     * @param keeper of personal entries of CVs
     * @param sensitiveKeeper of sensitive ones
     * @param merger of records
     */
    public record Asker(
            @Nullable Actor issuer,
            @Nullable Actor author,
            @Nullable Actor approver,
            @Nullable Actor keeper,
            @Nullable Actor sensitiveKeeper,
            @Nullable Actor merger) {}

    /** The last line of a page. */
    public record Position(Instant since, UUID id) {}
}
