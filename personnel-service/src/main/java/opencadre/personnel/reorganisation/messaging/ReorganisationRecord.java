package opencadre.personnel.reorganisation.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.reorganisation.ReorganisationState;
import opencadre.personnel.seat.ManagementScope;

/** {@code personnel.reorganisation.v1}, see {@code contracts/personnel/events}. */
record ReorganisationRecord(
        UUID reorganisationId,
        long revision,
        Instant recordedAt,
        ReorganisationState state,
        String name,
        LocalDate effectiveOn,
        ManagementScope level,
        List<UUID> units,
        List<UUID> endedUnits) {}
