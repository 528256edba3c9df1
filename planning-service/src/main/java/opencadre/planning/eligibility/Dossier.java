package opencadre.planning.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.planning.eligibility.rule.HigherTitleRules;
import opencadre.planning.eligibility.rule.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the copies know of a person for a verdict.
 *
 * @param ranks of the posts
 */
public record Dossier(UUID personId, String personName, PersonFacts facts, List<RankedPost> ranks) {

    /**
     * How high a post is.
     *
     * @param rank null for a post in no seat, or in one that is not known here
     */
    public record RankedPost(@Nullable Integer rank, boolean acting, Period valid) {}

    /** Whether a title is higher than what is held on a day; null when that is not known. */
    @Nullable
    Boolean isHigher(int rank, LocalDate day) {
        List<@Nullable Integer> held = new ArrayList<>();
        ranks.stream()
                .filter(post -> !post.acting() && post.valid().contains(day))
                .forEach(post -> held.add(post.rank()));
        return HigherTitleRules.isHigher(rank, held);
    }
}
