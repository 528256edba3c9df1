package opencadre.kit.rule;

/** What a rule says of one condition. What is not known is never a yes. */
public enum Outcome {
    PASS,
    FAIL,
    UNKNOWN;

    /** Both together: one no is a no, else one unknown leaves it unknown. */
    public Outcome and(Outcome other) {
        if (this == FAIL || other == FAIL) {
            return FAIL;
        }
        return this == PASS ? other : this;
    }
}
