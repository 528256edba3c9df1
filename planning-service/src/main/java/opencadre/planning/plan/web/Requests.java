package opencadre.planning.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanSource;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/planning/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewPlanEntry(
            @NotNull UUID personId,
            @NotNull UUID seatId,
            @NotNull @Pattern(regexp = "^\\d{4}-\\d{4}$") String term,
            @NotNull PlanSource source,
            @Nullable @Valid PlanPaper paper) {}

    record PlanPaper(
            @NotBlank @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate approvedOn) {

        PlanEntry.Paper paper() {
            return new PlanEntry.Paper(decision.strip(), approvedOn);
        }
    }

    record PlanApproval(
            @NotBlank @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate approvedOn) {}

    record PlanApprovalList(
            @NotNull @Size(min = 1, max = 500) List<@Valid PlanApprovalLine> entries) {}

    record PlanApprovalLine(
            @NotNull UUID id,
            @NotNull Long revision,
            @NotBlank @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate approvedOn) {}

    record PlanCorrection(
            @NotBlank @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate approvedOn,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record PlanRemoval(
            @NotBlank @Size(min = 3, max = 500) String reason,
            @Nullable @Size(min = 1, max = 60) String decision,
            @NotNull LocalDate removedOn) {}
}
