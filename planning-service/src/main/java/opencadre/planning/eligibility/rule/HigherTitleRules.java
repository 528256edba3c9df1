package opencadre.planning.eligibility.rule;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a title is higher than what somebody holds, by their ranks in the catalogue: a smaller number is higher. */
public final class HigherTitleRules {

    private HigherTitleRules() {}

    /**
     * Yes for a first post; null when a post that is held has no rank here and none of the others settles it.
     *
     * @param held ranks of the posts held, acting ones left out; null for a post in no seat
     */
    public static @Nullable Boolean isHigher(int rank, List<@Nullable Integer> held) {
        if (held.stream().filter(Objects::nonNull).anyMatch(other -> other <= rank)) {
            return false;
        }
        return held.stream().anyMatch(Objects::isNull) ? null : Boolean.TRUE;
    }
}
