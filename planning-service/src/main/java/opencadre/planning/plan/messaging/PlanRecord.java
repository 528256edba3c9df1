package opencadre.planning.plan.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.planning.plan.PlanEntry;
import org.jspecify.annotations.Nullable;

/** {@code planning.plan-entry.v1}, see {@code contracts/planning/events}. Nobody's account and no reason leave. */
record PlanRecord(UUID personId, long revision, Instant recordedAt, String because, List<Version> entries) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            UUID entryId,
            UUID seatId,
            String term,
            LocalDate approvedOn,
            String decision,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            PlanEntry.@Nullable Ending ended,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}
}
