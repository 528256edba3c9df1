package opencadre.planning.plan.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an entry is fulfilled: from the first day of a post in the seat, or in a seat of the same or an equal title in
 * its unit (effect E1). Acting fills no seat. Before that day the entry still stands.
 */
public final class FulfilmentRules {

    private FulfilmentRules() {}

    /** A seat and its title. */
    public record Title(UUID seatId, UUID unitId, String code, Set<String> equalTitles) {

        boolean isSameOrEqual(Title other) {
            return seatId.equals(other.seatId)
                    || (unitId.equals(other.unitId)
                            && (code.equals(other.code)
                                    || equalTitles.contains(other.code)
                                    || other.equalTitles.contains(code)));
        }
    }

    /** A post in a seat, from its first day. */
    public record Post(Title title, LocalDate from, boolean acting) {}

    /**
     * The day from which it is fulfilled.
     *
     * @param removedOn first day on which a decision took it out, or null; what begins then or later fulfils nothing
     */
    public static Optional<LocalDate> fulfilledFrom(
            LocalDate approvedOn, @Nullable LocalDate removedOn, Title planned, List<Post> posts) {
        return posts.stream()
                .filter(post -> !post.acting())
                .filter(post -> planned.isSameOrEqual(post.title()))
                .map(Post::from)
                .filter(from -> from.isAfter(approvedOn))
                .filter(from -> removedOn == null || from.isBefore(removedOn))
                .min(LocalDate::compareTo);
    }
}
