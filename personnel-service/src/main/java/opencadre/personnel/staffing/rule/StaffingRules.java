package opencadre.personnel.staffing.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** What the seats of one unit on one day come to. */
public final class StaffingRules {

    private StaffingRules() {}

    /**
     * A seat as its reader sees it.
     *
     * @param rank of its title; a smaller number is a higher one
     * @param leadership whether its title is one of leading or managing
     * @param places how many may hold it at once
     * @param held how many are seen to hold it, acting ones not counted
     * @param open whether nobody can hold it whom the reader does not see
     */
    public record SeenSeat(UUID id, int rank, boolean leadership, int places, int held, boolean open) {

        /** Nobody holds it. Where somebody may hold it unseen that is not known, and not said. */
        public boolean isVacant() {
            return held == 0 && open;
        }
    }

    /** The highest of those that lead; of several as high the one of the smallest id, so that it stays the same one. */
    public static Optional<SeenSeat> head(Collection<SeenSeat> seats) {
        return seats.stream()
                .filter(SeenSeat::leadership)
                .min(Comparator.comparingInt(SeenSeat::rank).thenComparing(SeenSeat::id));
    }

    /** How many may hold the seats at once. */
    public static int approved(Collection<SeenSeat> seats) {
        return seats.stream().mapToInt(SeenSeat::places).sum();
    }

    /** How many are seen to hold one. */
    public static int filled(Collection<SeenSeat> seats) {
        return seats.stream().mapToInt(SeenSeat::held).sum();
    }

    /** Whether that is everybody. */
    public static boolean isWhole(Collection<SeenSeat> seats) {
        return seats.stream().allMatch(SeenSeat::open);
    }
}
