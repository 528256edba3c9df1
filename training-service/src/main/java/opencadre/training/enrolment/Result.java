package opencadre.training.enrolment;

/** How a study ended. */
public enum Result {
    /** Hoàn thành. */
    COMPLETED,
    /** Không hoàn thành: failed, or left. */
    NOT_COMPLETED
}
