package opencadre.personnel.unit;

/** As which units people of a day are asked for, once units have gone into others. */
public enum UnitBasis {
    /** Đơn vị lịch sử: as the trees stood on the day. */
    HISTORICAL,
    /**
     * Đơn vị kế thừa: as the trees stand today, each unit with all that went into it. People of a unit that was split
     * count under each of its successors, since nothing says which part was theirs.
     */
    SUCCESSOR
}
