package opencadre.planning.preapproval.rule;

/**
 * The level that a paper is marked with (độ mật), see Law 117/2025/QH15. What is marked never comes in here; its level
 * is said so that whoever looks for the paper knows how.
 */
public enum Secrecy {
    /** Not marked. */
    KHONG,
    MAT,
    TOI_MAT,
    TUYET_MAT
}
