package opencadre.personnel.decision.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** {@code personnel.decision.v1}, see {@code contracts/personnel/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionRecord(
        UUID decisionId,
        long revision,
        Instant recordedAt,
        String because,
        @Nullable UUID procedureId,
        List<Version> versions) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            String number,
            LocalDate signedOn,
            DecisionKind kind,
            ManagementScope authority,
            DecisionState status,
            List<EffectState> effects,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EffectState(
            UUID personId,
            Effect.Act act,
            @Nullable UUID seatId,
            @Nullable UUID assignmentId,
            LocalDate effectiveFrom,
            @Nullable Integer termMonths,
            Effect.@Nullable Direction direction,
            @Nullable LocalDate until,
            @Nullable LocalDate plannedReturn,
            @Nullable Boolean local) {}
}
