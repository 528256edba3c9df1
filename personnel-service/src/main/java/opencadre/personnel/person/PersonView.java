package opencadre.personnel.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person on a day, as believed at an instant.
 *
 * @param mergedInto of whom everything is believed that this record said; null while it stands for itself
 * @param mergedFrom records that went into this one; whoever shows them asks which of them are in reach
 * @param knownAt null for what is believed now
 * @param assignments every post believed then, earlier and later ones too, newest first
 */
public record PersonView(
        UUID id,
        @Nullable String fileNumber,
        @Nullable UUID mergedInto,
        List<UUID> mergedFrom,
        long revision,
        LocalDate asOf,
        @Nullable Instant knownAt,
        Identity identity,
        List<Assignment> assignments) {

    /** Records that this one went into or that went into it. */
    public List<UUID> linked() {
        return Stream.concat(Stream.ofNullable(mergedInto), mergedFrom.stream()).toList();
    }
}
