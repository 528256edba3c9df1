package opencadre.personnel.evaluation.rule;

/**
 * Where somebody stands in the unit that is rated: whoever leads is one group of like tasks, the others are another.
 */
public enum Standing {
    /** Người đứng đầu: not rated above the unit. */
    HEAD,
    /** Lãnh đạo, quản lý khác. */
    LEADER,
    /** Không giữ chức vụ lãnh đạo, quản lý. */
    STAFF;

    public boolean leads() {
        return this != STAFF;
    }
}
