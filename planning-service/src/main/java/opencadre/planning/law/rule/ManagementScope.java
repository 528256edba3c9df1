package opencadre.planning.law.rule;

/** Whose say it is over a post (diện quản lý). */
public enum ManagementScope {
    CENTRAL_POLITBURO(7),
    CENTRAL_SECRETARIAT(6),
    PROVINCIAL_BTV(5),
    PROVINCIAL_ORG_DEPT(4),
    PROVINCIAL_AGENCY(3),
    /** To 2025-06-30. Which of it and a provincial agency is the higher is written nowhere. */
    DISTRICT_BTV(3),
    COMMUNE_PARTY_COMMITTEE(2),
    UNIT_HEAD(1);

    private final int height;

    ManagementScope(int height) {
        this.height = height;
    }

    /** A greater number is a higher level. */
    public int height() {
        return height;
    }
}
