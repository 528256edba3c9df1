package opencadre.personnel.reorganisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.personnel.reorganisation.OtherService;
import opencadre.personnel.reorganisation.Placement;
import opencadre.personnel.reorganisation.Placement.Into;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.unit.Succession.Kind;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record ReorganisationContent(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String instrument,
            @NotNull LocalDate effectiveOn,
            @NotNull ManagementScope level,
            @NotNull @Size(max = 1000) List<@NotNull @Valid FoundedUnit> newUnits,
            @NotNull @Size(max = 1000) List<@NotNull @Valid ChangedUnit> changedUnits,
            @NotNull @Size(max = 1000) List<@NotNull UUID> endedUnits,
            @NotNull @Size(max = 3000) List<@NotNull @Valid ReorganisationStep> successions,
            @NotNull @Size(max = 10_000) List<@NotNull @Valid FutureSeat> newSeats) {

        Reorganisation.Content content() {
            return new Reorganisation.Content(
                    name.strip(),
                    instrument.strip(),
                    effectiveOn,
                    level,
                    newUnits.stream().map(FoundedUnit::unit).toList(),
                    changedUnits.stream().map(ChangedUnit::unit).toList(),
                    List.copyOf(endedUnits),
                    successions.stream().map(ReorganisationStep::step).toList(),
                    newSeats.stream().map(FutureSeat::seat).toList());
        }
    }

    record FoundedUnit(
            @NotNull UUID id,
            @NotNull Tree tree,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 40) String type,
            @Nullable @Size(max = 20) String code,
            @Nullable @Size(min = 2, max = 40) String agencyCode,
            @Nullable UUID parentId) {

        Reorganisation.NewUnit unit() {
            return new Reorganisation.NewUnit(id, tree, name.strip(), type.strip(), code, agencyCode, parentId);
        }
    }

    record ChangedUnit(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 40) String type,
            @Nullable @Size(max = 20) String code) {

        Reorganisation.ChangedUnit unit() {
            return new Reorganisation.ChangedUnit(unitId, name.strip(), type.strip(), code);
        }
    }

    record ReorganisationStep(
            @NotNull UUID predecessorId,
            @NotNull UUID successorId,
            @NotNull Kind kind,
            @Nullable @Size(max = 500) String note) {

        Reorganisation.Step step() {
            return new Reorganisation.Step(predecessorId, successorId, kind, note);
        }
    }

    record FutureSeat(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull @Pattern(regexp = "[A-Z0-9_]{2,40}") String titleCode,
            @NotNull SeatKind kind,
            @NotNull Regime regime,
            @NotNull ManagementScope managementScope,
            @NotNull @Min(1) @Max(100_000) Integer holders,
            @Nullable @Min(1) @Max(1200) Integer termMonths) {

        Reorganisation.FutureSeat seat() {
            return new Reorganisation.FutureSeat(
                    id, unitId, titleCode, kind, regime, managementScope, holders, termMonths);
        }
    }

    record NewPlacement(
            @NotNull Into into,
            @Nullable UUID seatId,
            @Nullable UUID unitId,
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable Boolean concurrent,
            @Nullable @Min(1) @Max(1200) Integer termMonths) {

        /** Of a post; whose it is the record knows. */
        Placement of(UUID assignmentId) {
            return Placement.said(
                    assignmentId,
                    assignmentId,
                    into,
                    seatId,
                    unitId,
                    title == null || title.isBlank() ? null : title.strip(),
                    Boolean.TRUE.equals(concurrent),
                    termMonths);
        }
    }

    record ApprovalRequest(
            @Nullable @Size(min = 3, max = 500) String reason,
            @Nullable @Size(max = 2) List<@NotNull OtherService> answered) {

        Set<OtherService> services() {
            return answered == null ? Set.of() : Set.copyOf(answered);
        }
    }

    record ReasonRequest(@NotBlank @Size(min = 3, max = 500) String reason) {}
}
