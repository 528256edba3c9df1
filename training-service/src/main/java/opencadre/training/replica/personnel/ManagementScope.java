package opencadre.training.replica.personnel;

/** Diện quản lý, in the order that grants and places store: add at the end, never reorder. */
enum ManagementScope {
    CENTRAL_POLITBURO,
    CENTRAL_SECRETARIAT,
    PROVINCIAL_BTV,
    PROVINCIAL_ORG_DEPT,
    PROVINCIAL_AGENCY,
    COMMUNE_PARTY_COMMITTEE,
    UNIT_HEAD,
    DISTRICT_BTV
}
