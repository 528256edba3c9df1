package opencadre.planning.reorganisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;

/** The copy of reorganisations, and what they touch here. */
public interface KnownReorganisations {

    /**
     * What one unit that ends touches, as far as the reader sees people.
     *
     * @param planned plan entries for its seats that are neither fulfilled nor removed
     * @param procedures that fill one of its seats and are not concluded
     */
    record UnitImpact(UUID unitId, int planned, int procedures) {}

    /** Nothing where the actor does not reach every unit that it touches. */
    Optional<KnownReorganisation> find(Actor actor, UUID id);

    /** For each unit that ends. */
    List<UnitImpact> impact(Actor actor, KnownReorganisation reorganisation);
}
