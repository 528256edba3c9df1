package opencadre.benchmark.province;

/**
 * Where a unit stands in a province.
 *
 * @see #weight
 */
public enum Level {
    /** The top of a tree. */
    PROVINCE(20, Scope.PROVINCIAL_BTV, Scope.PROVINCIAL_BTV),
    /** A department, board or organisation of the province. */
    DEPARTMENT(12, Scope.PROVINCIAL_BTV, Scope.PROVINCIAL_ORG_DEPT),
    /** Part of a department. */
    DIVISION(14, Scope.PROVINCIAL_AGENCY, Scope.UNIT_HEAD),
    /** A commune or ward, in each of the trees. */
    COMMUNE(8, Scope.PROVINCIAL_BTV, Scope.COMMUNE_PARTY_COMMITTEE),
    /** Part of a commune. */
    OFFICE(9, Scope.COMMUNE_PARTY_COMMITTEE, Scope.UNIT_HEAD),
    /** A school of a commune. */
    SCHOOL(4, Scope.COMMUNE_PARTY_COMMITTEE, Scope.UNIT_HEAD),
    /** Part of a school. */
    GROUP(10, Scope.UNIT_HEAD, Scope.UNIT_HEAD);

    private final int weight;
    private final Scope ofHead;
    private final Scope ofOthers;

    Level(int weight, Scope ofHead, Scope ofOthers) {
        this.weight = weight;
        this.ofHead = ofHead;
        this.ofOthers = ofOthers;
    }

    /** How many work in a unit of this level, beside one of another. */
    int weight() {
        return weight;
    }

    Scope scope(boolean head) {
        return head ? ofHead : ofOthers;
    }
}
