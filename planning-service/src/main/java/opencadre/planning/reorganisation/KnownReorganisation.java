package opencadre.planning.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reorganisation as far as this service knows it.
 *
 * @param revision the one that personnel published last
 * @param effectiveOn first day without the units that end
 */
public record KnownReorganisation(UUID id, long revision, LocalDate effectiveOn, List<UUID> endedUnits) {}
