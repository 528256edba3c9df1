package opencadre.personnel.document.rule;

/** What a paper may prove. */
public enum FactKind {
    /** A post that is held or was. */
    POST,
    /** A decision that was signed. */
    DECISION,
    /** The rating of a year. */
    RATING,
    /** A discipline. */
    DISCIPLINE,
    /** That there is a health certificate. */
    HEALTH_CERTIFICATE,
    /** A suspension from a post. */
    SUSPENSION,
    /** A confidence vote. */
    CONFIDENCE_VOTE,
    /** An entry of the CV. */
    CV_ENTRY
}
