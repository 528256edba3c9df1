package opencadre.personnel.evaluation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Points, exact: in parts of which every mean of up to four percentages and every second decimal is a whole number, so
 * that 89.9999 is never 90.
 *
 * @param parts 1,200 of them are a point
 */
public record Points(long parts) implements Comparable<Points> {

    static final long A_POINT = 1_200;

    public static final Points NONE = new Points(0);

    public static Points of(int whole) {
        return new Points(whole * A_POINT);
    }

    /** Errors: {@link ArithmeticException} for more than two decimals. */
    public static Points of(BigDecimal points) {
        return new Points(points.multiply(BigDecimal.valueOf(A_POINT)).longValueExact());
    }

    /** The mean of some percentages of so many points. */
    public static Points mean(int max, List<Integer> percents) {
        long sum = percents.stream().mapToLong(Integer::longValue).sum();
        return new Points(max * sum * (A_POINT / 100 / percents.size()));
    }

    public Points plus(Points other) {
        return new Points(parts + other.parts);
    }

    public boolean reaches(int least) {
        return parts >= least * A_POINT;
    }

    /** As it is shown, in two decimals; never rounded up to what was not reached. */
    public BigDecimal shown() {
        return BigDecimal.valueOf(parts).divide(BigDecimal.valueOf(A_POINT), 2, RoundingMode.DOWN);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(parts, other.parts);
    }
}
