package opencadre.personnel.decision;

/** How far a decision has come. It brings about its effects while it is issued. */
public enum DecisionState {
    /** Dự thảo: prepared, nothing comes about. */
    DRAFT,
    /** Đã ban hành: signed and recorded. */
    ISSUED,
    /** Đã hủy bỏ by a later paper. */
    RESCINDED,
    /** Không ban hành: prepared and dropped. */
    WITHDRAWN
}
