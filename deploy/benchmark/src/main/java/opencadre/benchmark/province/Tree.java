package opencadre.benchmark.province;

/** The trees of units. The order is stored: add at the end, never reorder. */
public enum Tree {
    PARTY,
    STATE,
    FRONT,
    PUBLIC_SERVICE
}
