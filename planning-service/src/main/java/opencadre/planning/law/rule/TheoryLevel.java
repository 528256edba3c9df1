package opencadre.planning.law.rule;

/** Level of political theory (lý luận chính trị), lowest first. */
public enum TheoryLevel {
    NONE,
    SO_CAP,
    TRUNG_CAP,
    CAO_CAP,
    CU_NHAN
}
