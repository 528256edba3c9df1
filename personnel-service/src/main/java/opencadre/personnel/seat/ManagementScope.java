package opencadre.personnel.seat;

/**
 * Diện quản lý: whose say it is over a title. The order is stored in grants and places: add at the end, never reorder.
 */
public enum ManagementScope {
    CENTRAL_POLITBURO(7),
    CENTRAL_SECRETARIAT(6),
    PROVINCIAL_BTV(5),
    PROVINCIAL_ORG_DEPT(4),
    PROVINCIAL_AGENCY(3),
    COMMUNE_PARTY_COMMITTEE(2),
    UNIT_HEAD(1),
    /**
     * Historic: closed on 2025-06-30 with the district level. Which of it and a provincial agency is the higher is
     * written nowhere.
     */
    DISTRICT_BTV(3);

    private final int height;

    ManagementScope(int height) {
        this.height = height;
    }

    /** A greater number is a higher level; two of one number have no order between them. */
    public int height() {
        return height;
    }

    /** Whether the province has one body that decides at this level, whose numbers run through. */
    public boolean isOneBody() {
        return height > PROVINCIAL_AGENCY.height;
    }
}
