package opencadre.training.enrolment;

/** Which part of a programme is studied. */
public enum Course {
    /** The whole of it. */
    FULL,
    /** Hoàn chỉnh: what is missing to one begun elsewhere. */
    COMPLETION
}
