package opencadre.personnel.unit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a unit in its tree: its own position {@code lo}, and {@code hi}, the last position below it.
 *
 * <p>A tree has 2^46 positions. Its roots take 2^38 each, and each level below gets 2^28, 2^18, 2^8 and 1 of them; a
 * unit holds the first share of its interval itself, so that a thousand units fit below one (255 below the lowest two
 * levels). A unit keeps its numbers while it stays where it is; nothing is renumbered when another is added.
 */
public record Interval(long lo, long hi) {

    private static final int TREE_BITS = 46;
    private static final int[] LEVEL_BITS = {38, 28, 18, 8, 0};

    /** The whole of a tree. */
    public static Interval of(Tree tree) {
        long lo = (long) tree.ordinal() << TREE_BITS;
        return new Interval(lo, lo + (1L << TREE_BITS) - 1);
    }

    /**
     * The next interval directly below this one, or nothing when it is full or too deep.
     *
     * @param lastChild the {@code lo} of the child taken last, or null
     */
    public Optional<Interval> next(@Nullable Long lastChild) {
        long size = hi - lo + 1;
        for (int bits : LEVEL_BITS) {
            long share = 1L << bits;
            if (share < size) {
                long next = (lastChild == null ? lo : lastChild) + share;
                return next + share - 1 > hi ? Optional.empty() : Optional.of(new Interval(next, next + share - 1));
            }
        }
        return Optional.empty();
    }
}
