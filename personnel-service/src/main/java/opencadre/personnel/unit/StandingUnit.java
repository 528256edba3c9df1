package opencadre.personnel.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit of which the people count to one that was asked for.
 *
 * @param line the unit directly below the one that was asked for in which, or as which, it stood; null for that one
 */
public record StandingUnit(UUID id, String name, @Nullable UUID line) {}
