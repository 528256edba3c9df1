package opencadre.personnel.evaluation.rule;

/** A fact about the tasks or the conduct of somebody in a period that limits the grade, whatever the points. */
public enum Circumstance {
    /** Nhiệm vụ chậm tiến độ hoặc không bảo đảm chất lượng, % of tasks. */
    LATE_PERCENT,
    /** Nhiệm vụ đã hoàn thành, % of tasks. */
    DONE_PERCENT,
    /** Nhiệm vụ hoàn thành vượt mức, % of tasks. */
    BEYOND_PERCENT,
    /** Nhiệm vụ đạt dưới 50 %, % of tasks. */
    BELOW_HALF_PERCENT,
    /**
     * Bị kỷ luật trong kỳ: 1 or 0. The file tells it; who rates may say that a discipline was not for official duty.
     */
    DISCIPLINED,
    /** Có kết luận suy thoái: 1 or 0. */
    DEGRADED,
    /** Đơn vị thuộc quyền để xảy ra tham nhũng, of leaders: 1 or 0. */
    UNIT_IN_CORRUPTION;

    /** Whether it is said in percent, not as yes or no. */
    public boolean isPercent() {
        return switch (this) {
            case LATE_PERCENT, DONE_PERCENT, BEYOND_PERCENT, BELOW_HALF_PERCENT -> true;
            case DISCIPLINED, DEGRADED, UNIT_IN_CORRUPTION -> false;
        };
    }
}
