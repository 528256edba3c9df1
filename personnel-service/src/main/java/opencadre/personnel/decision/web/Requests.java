package opencadre.personnel.decision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.personnel.decision.BundleRegister;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record DecisionContent(
            @NotNull DecisionKind kind,
            @Nullable @Size(min = 1, max = 100) String number,
            @Nullable LocalDate signedOn,
            @Nullable ManagementScope authority,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewEffect> effects) {

        Decision.Content content() {
            return new Decision.Content(
                    kind,
                    number == null ? null : number.strip(),
                    signedOn,
                    authority,
                    effects.stream().map(NewEffect::effect).toList());
        }
    }

    record DecisionChange(
            @NotNull DecisionKind kind,
            @Nullable @Size(min = 1, max = 100) String number,
            @Nullable LocalDate signedOn,
            @Nullable ManagementScope authority,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewEffect> effects,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        Decision.Content content() {
            return new DecisionContent(kind, number, signedOn, authority, effects).content();
        }
    }

    record NewEffect(
            @NotNull UUID personId,
            @NotNull Act act,
            @Nullable UUID seatId,
            @Nullable UUID assignmentId,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate until,
            @Nullable @Min(1) @Max(1200) Integer termMonths,
            @Nullable Boolean acting,
            @Nullable Boolean concurrent,
            Effect.@Nullable Direction direction,
            @Nullable LocalDate plannedReturn,
            @Nullable Boolean local) {

        Effect.NewEffect effect() {
            return new Effect.NewEffect(
                    personId,
                    act,
                    seatId,
                    assignmentId,
                    effectiveFrom,
                    until,
                    termMonths,
                    Boolean.TRUE.equals(acting),
                    Boolean.TRUE.equals(concurrent),
                    direction,
                    plannedReturn,
                    local);
        }
    }

    record IssueRequest(
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate signedOn,
            @NotNull ManagementScope authority,
            @NotNull @Size(max = 50) List<@NotNull @Valid EffectDay> effects,
            @Nullable @Size(min = 3, max = 500) String reason) {

        Map<UUID, LocalDate> days() {
            return effects.stream()
                    .collect(Collectors.toMap(EffectDay::effectId, EffectDay::effectiveFrom, (first, last) -> last));
        }
    }

    record EffectDay(@NotNull UUID effectId, @NotNull LocalDate effectiveFrom) {}

    record IssueDecisions(
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid DraftToIssue> decisions,
            @Nullable @Size(min = 3, max = 500) String reason) {

        List<BundleRegister.Draft> drafts() {
            return decisions.stream()
                    .map(draft -> new BundleRegister.Draft(draft.decisionId(), draft.revision()))
                    .toList();
        }
    }

    record DraftToIssue(@NotNull UUID decisionId, @NotNull Long revision) {}

    record RescindRequest(
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate signedOn,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record WithdrawRequest(
            @NotBlank @Size(min = 3, max = 500) String reason) {}
}
