package opencadre.personnel.decision;

import opencadre.personnel.decision.rule.DecisionRules.Brings;

/** What a decision is called. */
public enum DecisionKind {
    /** Bổ nhiệm. */
    APPOINT(Brings.POSTS),
    /** Bổ nhiệm lại. */
    REAPPOINT(Brings.POSTS),
    /** Kéo dài thời gian giữ chức vụ. */
    EXTEND_TENURE(Brings.POSTS),
    /** Giới thiệu ứng cử. */
    NOMINATE(Brings.NOMINATIONS),
    /** Giới thiệu tái cử. */
    NOMINATE_REELECT(Brings.NOMINATIONS),
    /** Bầu cử: the result of an election, as its minutes say. */
    ELECT(Brings.ELECTIONS),
    /** Chỉ định. */
    DESIGNATE(Brings.POSTS),
    /** Bổ sung cấp ủy viên. */
    CO_OPT(Brings.POSTS),
    /** Phê chuẩn. */
    RATIFY(Brings.POSTS),
    /** Chuẩn y. */
    CONFIRM(Brings.POSTS),
    /** Điều động. */
    TRANSFER(Brings.POSTS),
    /** Luân chuyển. */
    ROTATE(Brings.POSTS),
    /** Biệt phái. */
    SECOND(Brings.POSTS),
    /** Giao quyền. */
    ACTING(Brings.POSTS),
    /** Giao phụ trách. */
    IN_CHARGE(Brings.POSTS),
    /** Tạm đình chỉ công tác, chức vụ. */
    SUSPEND(Brings.SUSPENSIONS),
    /** Cho thôi giữ chức vụ. */
    RELEASE(Brings.ENDS),
    /** Cho từ chức. */
    RESIGN(Brings.ENDS),
    /** Miễn nhiệm. */
    RELIEVE(Brings.ENDS),
    /** Bãi nhiệm. */
    RECALL(Brings.ENDS),
    /** Cách chức. */
    DISMISS(Brings.ENDS),
    /** Nghỉ hưu. */
    RETIRE(Brings.ENDS),
    /** Nghỉ hưu trước tuổi. */
    EARLY_RETIRE(Brings.ENDS);

    private final Brings brings;

    DecisionKind(Brings brings) {
        this.brings = brings;
    }

    /** What by its meaning it brings about. */
    public Brings brings() {
        return brings;
    }
}
