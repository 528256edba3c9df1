package opencadre.personnel.seat;

/** Level of political theory that the standard of a title may ask (lý luận chính trị). */
public enum TheoryLevel {
    /** Sơ cấp. */
    SO_CAP,
    /** Trung cấp. */
    TRUNG_CAP,
    /** Cao cấp. */
    CAO_CAP,
    /** Cử nhân. */
    CU_NHAN
}
