package opencadre.training.enrolment;

/** Hệ đào tạo. */
public enum StudyMode {
    /** Hệ tập trung: full-time, away from work. */
    CONCENTRATED,
    /** Hệ không tập trung: beside work. */
    NON_CONCENTRATED
}
