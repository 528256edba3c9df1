package opencadre.personnel.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit went into another, whole or in part. A unit may have several successors and several predecessors.
 *
 * @param effectiveOn first day of the successor in this respect
 * @param instrument the legal act, as in {@code 1683/NQ-UBTVQH15}
 * @param note which part, where a unit was split
 */
public record Succession(
        UUID predecessor,
        UUID successor,
        Kind kind,
        LocalDate effectiveOn,
        String instrument,
        @Nullable String note) {

    /** How it came about. A unit that was dissolved without a successor has simply ended. */
    public enum Kind {
        /** Sáp nhập, hợp nhất. */
        MERGE,
        /** Chia, tách. */
        SPLIT,
        /** Đổi tên. */
        RENAME,
        /** Đổi loại, as from xã to phường. */
        TYPE_CHANGE,
        /** Chuyển về cấp trên khác. */
        TRANSFER_PARENT
    }
}
