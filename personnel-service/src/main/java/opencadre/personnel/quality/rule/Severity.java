package opencadre.personnel.quality.rule;

/** How bad a finding is. */
public enum Severity {
    /** Two facts cannot both be true, whatever days their dates may mean. */
    ERROR,
    /** Seldom true; somebody should look at the paper. */
    WARNING,
    /** What every dossier of this kind has is not there. */
    MISSING
}
