package opencadre.training.person;

/** The trees of units that stand over the same land, as personnel names them. */
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
