package opencadre.personnel.quality.rule;

/** Part of a dossier: where a finding is put right. */
public enum FieldGroup {
    /** Name, sex, birth, identification number. */
    IDENTITY,
    POSTS,
    /** Ratings and disciplines. */
    CONDUCT,
    /** What training says; it is put right there. */
    CERTIFICATES,
    /** Entries of the CV of class personal. */
    CV,
    /** Entries of the CV of class sensitive. */
    SENSITIVE_CV
}
