package opencadre.personnel.review.rule;

/** How a dossier stands in a round. */
public enum Standing {
    /** Nobody looked at it yet. */
    NOT_REVIEWED,
    /** Looked through and right. */
    CONFIRMED,
    /** Looked through, and something in it is to be put right. */
    TO_MEND,
    /** It was changed since it was looked through: what was said holds for it as it was. */
    CHANGED;

    /** Whether it was looked through as it is now. */
    public boolean isReviewed() {
        return this == CONFIRMED || this == TO_MEND;
    }
}
