package opencadre.training.reorganisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;

/** The copy of reorganisations, and what they touch here. */
public interface KnownReorganisations {

    /**
     * What one unit that ends touches, as far as the reader sees people.
     *
     * @param studying people who are in it on its last day and whose study has no result yet
     */
    record UnitImpact(UUID unitId, int studying) {}

    /** Nothing where the actor does not reach every unit that it touches. */
    Optional<KnownReorganisation> find(Actor actor, UUID id);

    /** For each unit that ends. */
    List<UnitImpact> impact(Actor actor, KnownReorganisation reorganisation);
}
