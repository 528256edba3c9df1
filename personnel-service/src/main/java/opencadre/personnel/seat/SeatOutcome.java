package opencadre.personnel.seat;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How establishing or changing a seat ends. */
public sealed interface SeatOutcome {

    /** It stands so, newly or since earlier. */
    record Stands(Seat seat) implements SeatOutcome {}

    /** Another seat stands under this id. */
    record Differs() implements SeatOutcome {}

    /** It may not stand so. */
    record Unlawful(List<Finding> findings) implements SeatOutcome {}
}
