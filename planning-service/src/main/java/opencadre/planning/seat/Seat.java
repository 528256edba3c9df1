package opencadre.planning.seat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.planning.law.rule.Regime;
import org.jspecify.annotations.Nullable;

/**
 * A seat as its copy has it.
 *
 * @param unitPosition where its unit stands in the tree of today
 * @param theoryAsked level that the standard of its title asks, or null when none is recorded
 * @param scope the level as places and grants store it
 * @param places how many may hold it at once
 * @param validTo first day after, or null while open
 * @param procedureId the open procedure for it, if one
 */
public record Seat(
        UUID id,
        UUID unitId,
        String unitName,
        long unitPosition,
        String tree,
        String code,
        String title,
        int rank,
        boolean leadership,
        List<String> equalTitles,
        @Nullable String theoryAsked,
        @Nullable String standardBasis,
        String kind,
        Regime regime,
        String level,
        int scope,
        int places,
        @Nullable Integer termMonths,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String instrument,
        long revision,
        Instant recordedAt,
        Instant appliedAt,
        @Nullable UUID procedureId) {}
