package opencadre.planning.procedure.rule;

/** How far a procedure has come. */
public enum Stage {
    /** Awaits the approval of the policy. */
    POLICY,
    STEPS,
    /**
     * Put on record from papers of the past; awaits somebody else who saw them too, and nothing follows before that.
     */
    PAPERS,
    /** Runs on paper elsewhere; awaits its public conclusion by somebody else. */
    POINTER,
    CONCLUDED,
    STOPPED;

    /** Whether it has not come to its end. */
    public boolean isOpen() {
        return isRunning() || this == PAPERS || this == POINTER;
    }

    /** Whether more may be done in it by whoever runs it. */
    public boolean isRunning() {
        return this == POLICY || this == STEPS;
    }
}
