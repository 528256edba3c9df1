package opencadre.kit.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The places that an actor reaches, as ranges of numbers, so that both fences ask the same simple question.
 *
 * <p>Shape: {@code positions} are disjoint ascending ranges over {@code place.position} (for the index), {@code fences}
 * the same split by class and scope over {@code place.fence} (exact). Example: a clerk of one unit, all eight scopes,
 * ordinary class only: one range of positions, sixteen of fences, where neighbouring ranges do not touch.
 */
public record Reach(List<Range> positions, List<Range> fences) {

    /** Nothing at all. */
    public static final Reach NOTHING = new Reach(List.of(), List.of());

    /** Everything: the service's own work, never a person's request. */
    public static final Reach EVERYTHING = new Reach(
            List.of(new Range(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2)),
            List.of(new Range(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2)));

    private static final int SCOPES = 16;
    private static final long POSITIONS = 1L << 48;

    /**
     * The last position that a fence opens. The one above it is, in the next scope, the number of a place whose unit is
     * unknown (position -1), which nobody reaches.
     */
    private static final long LAST = POSITIONS - 2;

    /** Whole numbers from {@code lo} to {@code hi}, both included. */
    public record Range(long lo, long hi) {}

    /** What one grant opens: a subtree for some scopes up to a class. No scope named means all. */
    public record Opening(long lo, long hi, Collection<Integer> scopes, int securityClass) {}

    /** The union of the openings. */
    public static Reach of(Collection<Opening> openings) {
        List<Range> positions =
                openings.stream().map(o -> new Range(o.lo(), o.hi())).toList();
        List<Range> fences = openings.stream().flatMap(Reach::fences).toList();
        return new Reach(merged(positions), merged(fences));
    }

    /** The form that PostgreSQL reads as an {@code int8multirange}: {@code {[5,9],[20,31]}}. */
    public String multirange() {
        return multirange(fences);
    }

    /** The positions that it touches, in the same form. */
    public String touched() {
        return multirange(positions);
    }

    private static String multirange(List<Range> ranges) {
        return ranges.stream().map(r -> "[" + r.lo() + "," + r.hi() + "]").collect(Collectors.joining(",", "{", "}"));
    }

    public boolean isNothing() {
        return fences.isEmpty();
    }

    /** Whether everything that another reaches is reached. */
    public boolean encloses(Reach other) {
        return other.fences.stream()
                .allMatch(inner ->
                        fences.stream().anyMatch(outer -> outer.lo() <= inner.lo() && inner.hi() <= outer.hi()));
    }

    /** Whether a place at this position, in this scope and class, is reached. */
    public boolean covers(long position, int scope, int securityClass) {
        long fence = fence(position, scope, securityClass);
        return fences.stream().anyMatch(range -> range.lo() <= fence && fence <= range.hi());
    }

    /** Whether a unit at this position is reached in any scope, as for what is of the unit and of no seat in it. */
    public boolean touches(long position) {
        return touches(position, position);
    }

    /** Whether anything from one position to another is reached in any scope, as a unit or a part below it. */
    public boolean touches(long lo, long hi) {
        return positions.stream().anyMatch(range -> range.lo() <= hi && lo <= range.hi());
    }

    private static java.util.stream.Stream<Range> fences(Opening opening) {
        IntStream scopes = opening.scopes().isEmpty()
                ? IntStream.range(0, SCOPES)
                : opening.scopes().stream().mapToInt(Integer::intValue);
        return scopes.boxed()
                .flatMap(scope -> IntStream.rangeClosed(0, opening.securityClass())
                        .mapToObj(securityClass -> new Range(
                                fence(opening.lo(), scope, securityClass),
                                fence(Math.min(opening.hi(), LAST), scope, securityClass))));
    }

    /** The same arithmetic as the generated column {@code place.fence}. */
    private static long fence(long position, int scope, int securityClass) {
        return (securityClass * (long) SCOPES + scope) * POSITIONS + position;
    }

    private static List<Range> merged(Collection<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range next :
                ranges.stream().sorted(Comparator.comparingLong(Range::lo)).toList()) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.lo() <= last.hi() + 1) {
                merged.set(merged.size() - 1, new Range(last.lo(), Math.max(last.hi(), next.hi())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }
}
