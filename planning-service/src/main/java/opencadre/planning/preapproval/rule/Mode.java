package opencadre.planning.preapproval.rule;

/** What of plans and procedures is kept here before they are approved. */
public enum Mode {
    /** All of it, for those who must know. */
    STORE,
    /** Where the papers lie: number, level, keeper. Afterwards what was made public. */
    POINTER
}
