package opencadre.benchmark.province;

/** Diện quản lý. The order is stored: add at the end, never reorder. */
public enum Scope {
    CENTRAL_POLITBURO,
    CENTRAL_SECRETARIAT,
    PROVINCIAL_BTV,
    PROVINCIAL_ORG_DEPT,
    PROVINCIAL_AGENCY,
    COMMUNE_PARTY_COMMITTEE,
    UNIT_HEAD,
    DISTRICT_BTV
}
