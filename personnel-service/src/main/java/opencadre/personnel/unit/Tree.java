package opencadre.personnel.unit;

/** The trees of units that stand over the same land. The order is stored: add at the end, never reorder. */
public enum Tree {
    /** Đảng. */
    PARTY,
    /** Chính quyền. */
    STATE,
    /** Mặt trận Tổ quốc và các tổ chức chính trị - xã hội. */
    FRONT,
    /** Đơn vị sự nghiệp công lập. */
    PUBLIC_SERVICE
}
