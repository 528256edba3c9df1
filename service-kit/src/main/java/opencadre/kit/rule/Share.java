package opencadre.kit.rule;

/**
 * A share that the law asks for, compared in whole numbers alone: {@code 2/3} of 37 is reached by 25, not by 24.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Share(int numerator, int denominator) {

    /** Errors: {@link IllegalArgumentException} for a share below 0 or above 1. */
    public Share {
        if (numerator < 0 || denominator < 1 || numerator > denominator) {
            throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
        }
    }

    /** Reads {@code 2/3}. Errors: {@link IllegalArgumentException} for anything else. */
    public static Share parse(String text) {
        if (!text.matches("\\d{1,4}/\\d{1,4}")) {
            throw new IllegalArgumentException("Not a share: " + text);
        }
        int slash = text.indexOf('/');
        return new Share(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Below 0 when a count is less than this share of the whole, 0 when it is exactly that, above 0 when more. */
    public int compare(int count, int whole) {
        return Long.compare((long) count * denominator, (long) whole * numerator);
    }

    public boolean isReachedBy(int count, int whole) {
        return compare(count, whole) >= 0;
    }

    public boolean isExceededBy(int count, int whole) {
        return compare(count, whole) > 0;
    }

    /** The smallest count that reaches it. */
    public int least(int whole) {
        return Math.toIntExact(((long) whole * numerator + denominator - 1) / denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
