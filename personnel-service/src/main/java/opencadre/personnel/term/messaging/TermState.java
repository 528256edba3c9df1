package opencadre.personnel.term.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code personnel.term.v1}, see {@code contracts/personnel/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TermState(
        UUID termId,
        long revision,
        Instant recordedAt,
        UUID unitId,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String instrument) {}
