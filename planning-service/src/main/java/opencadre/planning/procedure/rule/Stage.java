package opencadre.planning.procedure.rule;

/** How far a procedure has come. */
public enum Stage {
    /** Awaits the approval of the policy. */
    POLICY,
    STEPS,
    CONCLUDED,
    STOPPED;

    /** Whether more may be done in it. */
    public boolean isOpen() {
        return this == POLICY || this == STEPS;
    }
}
