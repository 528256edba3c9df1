package opencadre.personnel.seat;

/** Whose rules hold for the holder of a seat. */
public enum Regime {
    /** Cán bộ, công chức. */
    CADRE,
    /** Viên chức. */
    PUBLIC_EMPLOYEE
}
