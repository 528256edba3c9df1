package opencadre.personnel.reorganisation.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where seats and posts of a unit that ends would go on if nobody said otherwise. It never chooses: a unit that goes
 * into several proposes nothing, and of more people than a seat holds none. That a seat goes on as one of the same
 * title is this house's proposal, not a regulation's; somebody looks at each of them.
 */
public final class PlacementRules {

    private PlacementRules() {}

    /** A seat, of a unit that ends or of one that goes on. */
    public record SeatOf(UUID id, UUID unitId, String title, int holders) {}

    /** A post that nobody has placed. */
    public record PostOf(UUID id, UUID unitId, @Nullable UUID seatId, boolean acting) {}

    /** A post goes into a seat, or goes on as it is in a unit. */
    public record Proposal(
            UUID postId, @Nullable UUID seatId, @Nullable UUID unitId) {}

    /** The one unit that a unit goes into; nothing where it goes into several, or into none. */
    public static Optional<UUID> onlySuccessor(List<UUID> successors) {
        return successors.size() == 1 ? Optional.of(successors.getFirst()) : Optional.empty();
    }

    /**
     * The seats that are missing where units go on: one for each title that a unit brings and its only successor does
     * not have, with as many holders as the most that one predecessor has. Which of several predecessors' seats it is
     * made after is the first's.
     *
     * @param successorOf the only successor of each unit that has one
     * @param standing the seats of those successors
     */
    public static List<SeatOf> missing(List<SeatOf> ending, Map<UUID, UUID> successorOf, List<SeatOf> standing) {
        Map<List<Object>, SeatOf> missing = new HashMap<>();
        List<List<Object>> order = new ArrayList<>();
        for (SeatOf seat : ending) {
            UUID successor = successorOf.get(seat.unitId());
            if (successor == null || find(standing, successor, seat.title()).isPresent()) {
                continue;
            }
            List<Object> which = List.of(successor, seat.title());
            SeatOf known = missing.get(which);
            if (known == null) {
                order.add(which);
                missing.put(which, new SeatOf(seat.id(), successor, seat.title(), seat.holders()));
            } else if (seat.holders() > known.holders()) {
                missing.put(which, new SeatOf(known.id(), successor, seat.title(), seat.holders()));
            }
        }
        return order.stream().map(missing::get).toList();
    }

    /**
     * Where posts go on: into the seat of the same title in the only successor, if as many as come fit in, and without
     * a seat into the only successor itself.
     *
     * @param standing the seats of the successors, those that are to begin among them
     * @param taken how many hold each of those already
     */
    public static List<Proposal> proposals(
            List<PostOf> posts,
            List<SeatOf> ending,
            Map<UUID, UUID> successorOf,
            List<SeatOf> standing,
            Map<UUID, Integer> taken) {
        Map<UUID, SeatOf> seats = new HashMap<>();
        ending.forEach(seat -> seats.put(seat.id(), seat));
        Map<UUID, Integer> coming = new HashMap<>(taken);
        List<Proposal> proposals = new ArrayList<>();
        for (PostOf post : posts) {
            UUID successor = successorOf.get(post.unitId());
            SeatOf seat = post.seatId() == null ? null : seats.get(post.seatId());
            if (successor == null || (post.seatId() != null && seat == null)) {
                continue;
            }
            if (seat == null) {
                proposals.add(new Proposal(post.id(), null, successor));
            } else {
                find(standing, successor, seat.title()).ifPresent(next -> {
                    proposals.add(new Proposal(post.id(), next.id(), null));
                    coming.merge(next.id(), post.acting() ? 0 : 1, Integer::sum);
                });
            }
        }
        Map<UUID, Integer> room = new HashMap<>();
        standing.forEach(seat -> room.put(seat.id(), seat.holders()));
        return proposals.stream()
                .filter(proposal -> proposal.seatId() == null
                        || coming.getOrDefault(proposal.seatId(), 0) <= room.getOrDefault(proposal.seatId(), 0))
                .toList();
    }

    private static Optional<SeatOf> find(List<SeatOf> seats, UUID unitId, String title) {
        return seats.stream()
                .filter(seat -> seat.unitId().equals(unitId) && seat.title().equals(title))
                .findFirst();
    }
}
