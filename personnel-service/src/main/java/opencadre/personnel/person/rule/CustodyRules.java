package opencadre.personnel.person.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which unit has a person's file on which day. The file goes with the main post that began last, and stays where it is
 * when no post is left. Posts that begin later are known today, so the later days are too and nothing has to happen on
 * them. That the file goes with the person is this house's decision, not a regulation's.
 */
public final class CustodyRules {

    private CustodyRules() {}

    /**
     * The file lies in a unit from a day on.
     *
     * @param scope ordinal of the management scope of the post it came with
     */
    public record Stay(UUID unitId, int scope, LocalDate from) {

        boolean isWhere(Stay other) {
            return unitId.equals(other.unitId) && scope == other.scope;
        }
    }

    /**
     * The stays from today on: first where the file is, then where it passes to. It is only moved between units that
     * whoever changes the record reaches; what others arranged stays as long as the post stands it came from.
     *
     * @param recorded the stays recorded before, oldest first
     * @param posts where each main post believed now is, since when; those of one day in the order of their trees
     * @param reached whether the one who changes the record reaches the unit in that scope
     */
    public static List<Stay> stays(List<Stay> recorded, List<Stay> posts, LocalDate today, Predicate<Stay> reached) {
        List<Stay> stays = new ArrayList<>();
        stays.add(standing(recorded, posts, today, reached));
        posts.stream()
                .filter(post -> post.from().isAfter(today))
                .sorted(Comparator.comparing(Stay::from))
                .forEach(post -> {
                    Stay last = stays.getLast();
                    boolean arranged = recorded.contains(post) || (reached.test(last) && reached.test(post));
                    if (arranged && !post.isWhere(last) && post.from().isAfter(last.from())) {
                        stays.add(post);
                    }
                });
        return List.copyOf(stays);
    }

    /** Where the file is on a day, of stays given oldest first. */
    public static Stay on(List<Stay> stays, LocalDate day) {
        return stays.stream()
                .filter(stay -> !stay.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(stays.getFirst());
    }

    private static Stay standing(List<Stay> recorded, List<Stay> posts, LocalDate today, Predicate<Stay> reached) {
        Stay now = on(recorded, today);
        Optional<Stay> latest =
                posts.stream().filter(post -> !post.from().isAfter(today)).max(Comparator.comparing(Stay::from));
        boolean moves =
                latest.isPresent() && !latest.get().isWhere(now) && reached.test(now) && reached.test(latest.get());
        return moves ? new Stay(latest.get().unitId(), latest.get().scope(), today) : now;
    }
}
