package opencadre.personnel.cv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a CV says on a day, as believed at an instant: the entries of one class, in the order of the catalogue.
 *
 * @param revision of the CV; 0 while nothing is in it
 * @param knownAt null for what is believed now
 * @param missing kinds that every CV has and this one does not
 */
public record CvView(
        UUID personId,
        long revision,
        LocalDate asOf,
        @Nullable Instant knownAt,
        List<CvEntry> entries,
        List<String> missing) {}
