package opencadre.personnel.unitfact;

import opencadre.kit.time.DatedFacts;

/** Where facts of units are kept, by the unit. */
public interface UnitFacts<F extends UnitFact> {

    DatedFacts<F> facts();
}
