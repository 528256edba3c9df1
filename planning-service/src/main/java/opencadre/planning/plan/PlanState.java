package opencadre.planning.plan;

/** How an entry stands on a day. */
public enum PlanState {
    /** Đề xuất: waits for approval by somebody else. */
    PROPOSED,
    /** Đã phê duyệt. */
    APPROVED,
    /** Đã thực hiện: the person has taken the seat, or one of the same or an equal title in its unit. */
    FULFILLED,
    /** Đưa ra khỏi quy hoạch, or turned down. */
    REMOVED
}
