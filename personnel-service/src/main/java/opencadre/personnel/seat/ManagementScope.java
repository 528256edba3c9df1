package opencadre.personnel.seat;

/**
 * Diện quản lý: whose say it is over a title. The order is stored in grants and places: add at the end, never reorder.
 */
public enum ManagementScope {
    CENTRAL_POLITBURO,
    CENTRAL_SECRETARIAT,
    PROVINCIAL_BTV,
    PROVINCIAL_ORG_DEPT,
    PROVINCIAL_AGENCY,
    COMMUNE_PARTY_COMMITTEE,
    UNIT_HEAD,
    /** Historic: closed on 2025-06-30 with the district level. */
    DISTRICT_BTV
}
