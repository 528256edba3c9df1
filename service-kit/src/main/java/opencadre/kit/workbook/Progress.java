package opencadre.kit.workbook;

/**
 * Hears how far the taking of a workbook is. It may be told of each line, so it answers at once; what it throws ends
 * the import, of which nothing is kept then.
 */
@FunctionalInterface
public interface Progress {

    /** Nobody looks. */
    Progress UNWATCHED = (phase, lines, of) -> {};

    /** What is being done. */
    enum Phase {
        /** The book is read through; how many lines it has is not known yet. */
        READING,
        /** Its lines are taken one after the other. */
        TAKING,
        /** All are taken, and what waits for the end is held against the rules. */
        KEEPING
    }

    /**
     * So far it is.
     *
     * @param lines that are done in this phase
     * @param of how many; 0 while that is not known
     */
    void at(Phase phase, int lines, int of);
}
