package opencadre.personnel.evaluation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a round.
 *
 * @param fullName as it is today
 * @param title of the post for which they are rated
 * @param decided the standing decision about them; null while there is none
 * @param ratingId the rating of their file that came of an earlier or the standing decision; null where none did
 */
public record RatedPerson(
        UUID personId,
        String fullName,
        String title,
        Sheet sheet,
        @Nullable Decided decided,
        @Nullable UUID ratingId) {

    /** By whom, when and how it was decided. */
    public record Decided(Grade grade, String by, Set<String> hands, Instant at) {}

    RatedPerson saying(Sheet other) {
        return new RatedPerson(personId, fullName, title, other, decided, ratingId);
    }

    RatedPerson decided(@Nullable Decided how, @Nullable UUID rating) {
        return new RatedPerson(personId, fullName, title, sheet, how, rating);
    }
}
