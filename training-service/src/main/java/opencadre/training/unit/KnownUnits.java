package opencadre.training.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The copy of units, for reading; units are public. */
public interface KnownUnits {

    boolean isKnown(UUID id);

    /** Which unit has this electronic identifier, whatever its name. */
    Optional<UUID> coded(String agencyCode);

    /** Names on a day; those of a unit that stands no longer, or not yet, as they were last or will be first. */
    Map<UUID, String> names(Collection<UUID> ids, LocalDate day);
}
