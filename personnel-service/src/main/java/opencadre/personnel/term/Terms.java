package opencadre.personnel.term;

import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.unitfact.UnitFacts;
import org.jspecify.annotations.Nullable;

/** Where terms of office are kept. */
public interface Terms extends UnitFacts<TermOfOffice> {

    /**
     * Those of a unit and below, or of all units, that the actor reaches in any scope, in the order of the trees; of
     * whoever runs the system, all.
     */
    List<UUID> inReach(Actor actor, @Nullable UUID unitId);
}
