package opencadre.personnel.seat;

/** How somebody comes into a seat. */
public enum SeatKind {
    /** Bổ nhiệm. */
    APPOINTED,
    /** Bầu cử: whoever is elected holds it. */
    ELECTED,
    /** Bầu cử, phê chuẩn or chuẩn y: whoever is elected holds it from the day of ratification. */
    RATIFIED,
    /** Chỉ định. */
    DESIGNATED
}
