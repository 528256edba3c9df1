package opencadre.personnel.evaluation.rule;

/** Grade of a period's work, the highest first. Not to be rated is no grade of it. */
public enum Grade {
    /** Hoàn thành xuất sắc nhiệm vụ. */
    HTXSNV,
    /** Hoàn thành tốt nhiệm vụ. */
    HTTNV,
    /** Hoàn thành nhiệm vụ. */
    HTNV,
    /** Không hoàn thành nhiệm vụ. */
    KHTNV,
    /** Không xếp loại. */
    KXL;

    /** Whether this is higher than another; nothing is higher or lower than not to be rated. */
    public boolean isAbove(Grade other) {
        return this != KXL && other != KXL && compareTo(other) < 0;
    }

    /** The lower of two. */
    public Grade atMost(Grade most) {
        return isAbove(most) ? most : this;
    }
}
