package opencadre.personnel.unitfact;

import java.util.UUID;
import opencadre.kit.time.Period;

/** Something that a paper says of a unit over some days. */
public interface UnitFact {

    /** The fact; what puts it right keeps it. */
    UUID id();

    UUID unitId();

    Period valid();
}
