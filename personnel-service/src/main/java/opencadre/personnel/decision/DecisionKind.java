package opencadre.personnel.decision;

/** What a decision is called. */
public enum DecisionKind {
    /** Bổ nhiệm. */
    APPOINT(false),
    /** Bổ nhiệm lại. */
    REAPPOINT(false),
    /** Kéo dài thời gian giữ chức vụ. */
    EXTEND_TENURE(false),
    /** Giới thiệu ứng cử. */
    NOMINATE(false),
    /** Chỉ định. */
    DESIGNATE(false),
    /** Bổ sung cấp ủy viên. */
    CO_OPT(false),
    /** Phê chuẩn. */
    RATIFY(false),
    /** Chuẩn y. */
    CONFIRM(false),
    /** Điều động. */
    TRANSFER(false),
    /** Luân chuyển. */
    ROTATE(false),
    /** Biệt phái. */
    SECOND(false),
    /** Cho thôi giữ chức vụ. */
    RELEASE(true),
    /** Cho từ chức. */
    RESIGN(true),
    /** Miễn nhiệm. */
    RELIEVE(true),
    /** Cách chức. */
    DISMISS(true),
    /** Nghỉ hưu. */
    RETIRE(true),
    /** Nghỉ hưu trước tuổi. */
    EARLY_RETIRE(true);

    private final boolean onlyEnds;

    DecisionKind(boolean onlyEnds) {
        this.onlyEnds = onlyEnds;
    }

    /** Whether by its meaning it gives nobody a post. */
    public boolean onlyEnds() {
        return onlyEnds;
    }
}
