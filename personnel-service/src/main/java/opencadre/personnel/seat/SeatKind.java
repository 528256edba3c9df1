package opencadre.personnel.seat;

/** How somebody comes into a seat. */
public enum SeatKind {
    /** Bổ nhiệm. */
    APPOINTED,
    /** Bầu cử. */
    ELECTED,
    /** Chỉ định. */
    DESIGNATED
}
