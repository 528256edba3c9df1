package opencadre.planning.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;

/** The copy of people, for reading. */
public interface KnownPeople {

    Optional<KnownPerson> find(UUID id, LocalDate day);

    /** Whose dossier has this number; nobody outside the actor's scope. */
    Optional<UUID> numbered(Actor actor, String fileNumber);

    Map<UUID, String> names(Collection<UUID> ids);
}
