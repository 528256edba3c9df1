package opencadre.personnel.review;

import java.time.Instant;
import java.util.UUID;
import opencadre.personnel.review.rule.ReviewRules;
import opencadre.personnel.review.rule.Standing;
import opencadre.personnel.review.rule.Version;
import org.jspecify.annotations.Nullable;

/**
 * A dossier in a round.
 *
 * @param nameKey where it stands in the list
 * @param unitId that keeps it
 * @param version as it is now
 * @param mark what was said of it last; null where nothing was
 */
public record ReviewedDossier(
        UUID personId,
        String nameKey,
        UUID unitId,
        Version version,
        @Nullable Mark mark) {

    /**
     * What somebody said of a dossier.
     *
     * @param of which state of it
     * @param remark what is to be put right, or what was noted
     */
    public record Mark(
            Standing outcome, Version of, @Nullable String remark, String by, Instant at) {}

    public Standing standing() {
        return ReviewRules.standing(mark == null ? null : mark.outcome(), mark == null ? null : mark.of(), version);
    }
}
