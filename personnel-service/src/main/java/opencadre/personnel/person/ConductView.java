package opencadre.personnel.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a person by a day, as believed at an instant, latest first.
 *
 * @param revision of the person
 * @param knownAt null for what is believed now
 */
public record ConductView(
        UUID personId,
        long revision,
        LocalDate asOf,
        @Nullable Instant knownAt,
        List<Conduct> items) {}
