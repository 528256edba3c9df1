package opencadre.personnel.seat.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/** {@code personnel.seat.v1}, see {@code contracts/personnel/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatState(
        UUID seatId,
        long revision,
        Instant recordedAt,
        String because,
        UUID unitId,
        Tree tree,
        TitleState title,
        SeatKind kind,
        Regime regime,
        ManagementScope managementScope,
        int holders,
        @Nullable Integer termMonths,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String instrument) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TitleState(
            String code,
            String name,
            int rank,
            boolean leadership,
            List<String> equalTitles,
            @Nullable TheoryLevel theoryAsked,
            @Nullable String standardBasis) {}
}
