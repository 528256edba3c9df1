package opencadre.planning.plan;

/** Nguồn: from the own body (tại chỗ) or from elsewhere. */
public enum PlanSource {
    INTERNAL,
    EXTERNAL
}
