package opencadre.personnel.reorganisation;

/** How far a reorganisation is. */
public enum ReorganisationState {
    /** Dự thảo: nothing has come about. */
    DRAFT,
    /** Đã phê duyệt: its effects are dated facts. */
    APPROVED,
    /** Đã hủy trước ngày hiệu lực: everything is as if it had never been approved. */
    UNDONE,
    /** Không trình: dropped before it was approved. */
    WITHDRAWN
}
