package opencadre.personnel.seat.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.kit.web.Refused;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.seat.Title;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record TitleChange(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Min(1) Integer rank,
            @NotNull Boolean leadership,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = "[A-Z0-9_]{2,40}") String> equalTitles,
            @Nullable TheoryLevel theoryAsked,
            @Nullable @Size(max = 200) String standardBasis) {

        Title title(String code) {
            return new Title(
                    code,
                    name.strip(),
                    rank,
                    leadership,
                    equalTitles == null ? List.of() : equalTitles,
                    theoryAsked,
                    standardBasis);
        }
    }

    record NewSeat(
            @NotNull UUID unitId,
            @NotBlank @Size(min = 2, max = 40) String titleCode,
            @NotNull SeatKind kind,
            @NotNull Regime regime,
            @NotNull ManagementScope managementScope,
            @NotNull @Min(1) @Max(1000) Integer holders,
            @Nullable @Min(1) @Max(1200) Integer termMonths,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 200) String instrument) {

        opencadre.personnel.seat.NewSeat seat(UUID id) {
            Period valid = Period.of(validFrom, validTo)
                    .orElseThrow(() -> Refused.invalid(Finding.of("validTo", "ends-before-it-begins")));
            return new opencadre.personnel.seat.NewSeat(
                    id, unitId, titleCode, kind, regime, managementScope, holders, termMonths, valid, instrument);
        }
    }
}
