package opencadre.planning.procedure.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.planning.preapproval.rule.Secrecy;
import opencadre.planning.procedure.ProcedureAct;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.TallyRules;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/planning/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewProcedure(
            @NotNull UUID seatId,
            @NotNull LocalDate requestedOn,
            @Nullable @Size(min = 1, max = 20) List<UUID> candidates,
            @Nullable @Valid Pointer pointer) {}

    record Pointer(
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotNull Secrecy level,
            @NotBlank @Size(min = 2, max = 200) String keeper) {

        ProcedureAct.Pointer pointer() {
            return new ProcedureAct.Pointer(number.strip(), level, keeper.strip());
        }
    }

    record PolicyApproval(
            @NotNull LocalDate approvedOn,
            @NotBlank @Size(min = 1, max = 60) String decision,
            @Nullable @Size(min = 3, max = 500) String reason) {}

    record PapersConfirmation(
            @Nullable @Size(min = 3, max = 500) String note) {}

    record RuleVersionChoice(
            @NotNull RuleVersions.Choice choice,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record CandidateDocument(
            @NotNull UUID personId,
            @NotNull DocumentRules.Kind kind,
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotNull LocalDate issuedOn) {}

    record Reason(@NotBlank @Size(min = 3, max = 500) String reason) {}

    record StepHeld(@NotNull @Valid Meeting meeting) {}

    record StepCorrection(
            @NotNull @Valid Meeting meeting,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record Meeting(
            @NotNull LocalDate heldOn,
            @NotBlank @Size(min = 2, max = 200) String body,
            @NotNull Integer summoned,
            @NotNull Integer present,
            @Nullable Integer issued,
            @Nullable Integer returned,
            @Nullable Integer valid,
            @Nullable Integer namingNobody,
            @Nullable @Size(max = 50) List<@Valid Votes> votes,
            @Nullable Integer members,
            TallyRules.@Nullable Kind kind,
            @NotBlank @Size(min = 1, max = 60) String minutes,
            @Nullable Boolean announced) {

        opencadre.planning.procedure.rule.Meeting meeting() {
            return new opencadre.planning.procedure.rule.Meeting(
                    heldOn,
                    body.strip(),
                    summoned,
                    present,
                    issued,
                    returned,
                    valid,
                    namingNobody,
                    votes == null
                            ? List.of()
                            : votes.stream()
                                    .map(each -> new opencadre.planning.procedure.rule.Meeting.Votes(
                                            each.personId(), each.count()))
                                    .toList(),
                    members,
                    kind,
                    minutes.strip(),
                    announced);
        }
    }

    record Votes(@NotNull UUID personId, @NotNull Integer count) {}

    record HeadChoice(
            @NotNull UUID personId,
            @NotBlank @Size(min = 3, max = 2000) String views) {}

    record Conclusion(
            @NotNull LocalDate concludedOn,
            @Nullable UUID personId,
            @Nullable @Size(min = 3, max = 500) String reason) {}
}
