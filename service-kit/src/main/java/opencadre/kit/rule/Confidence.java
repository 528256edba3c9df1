package opencadre.kit.rule;

/** Whether a number of the law was read in its own wording. The less certain comes last. */
public enum Confidence {
    CONFIRMED,
    UNCONFIRMED;

    /** The less certain of two. */
    public Confidence and(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
