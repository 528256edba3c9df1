package opencadre.personnel.unitfact;

import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.DatedFacts;

/** How a change of a fact of a unit ends. */
public sealed interface UnitFactOutcome<F extends UnitFact> {

    /** It stands so, newly or since earlier; or did, where it was voided. */
    record Recorded<F extends UnitFact>(DatedFacts.Kept<F> kept) implements UnitFactOutcome<F> {}

    /** There is none, or none of this unit. */
    record Unknown<F extends UnitFact>() implements UnitFactOutcome<F> {}

    /** Another stands under this id, and it was not said that that one is to be put right. */
    record Differs<F extends UnitFact>() implements UnitFactOutcome<F> {}

    /** It may not stand so. */
    record Unlawful<F extends UnitFact>(List<Finding> findings) implements UnitFactOutcome<F> {}
}
