package opencadre.planning.eligibility.rule;

/** Yearly rating (xếp loại chất lượng), best first; KXL is a year that was not rated. */
public enum Rating {
    HTXSNV,
    HTTNV,
    HTNV,
    KHTNV,
    KXL
}
