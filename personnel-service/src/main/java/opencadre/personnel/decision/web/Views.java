package opencadre.personnel.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    /** Names of people and units that an answer speaks of. */
    record Names(Map<UUID, String> people, Map<UUID, String> units) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionPage(
            List<DecisionDetail> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionDetail(
            UUID id,
            long revision,
            DecisionState state,
            DecisionKind kind,
            @Nullable String number,
            @Nullable LocalDate signedOn,
            @Nullable ManagementScope authority,
            @Nullable UUID procedureId,
            List<EffectLine> effects,
            boolean backdated,
            @Nullable String rescindedBy,
            @Nullable LocalDate rescindedOn,
            boolean own,
            String by,
            Instant since,
            @Nullable String reason,
            @Nullable List<Finding> remarks) {

        /** A line of a list. */
        static DecisionDetail of(Decision decision, Actor reader, Names names) {
            return of(decision, reader, names, null);
        }

        static DecisionDetail of(Decision decision, Actor reader, Names names, @Nullable List<Finding> remarks) {
            Decision.Belief now = decision.now();
            return new DecisionDetail(
                    decision.id(),
                    decision.revision(),
                    now.state(),
                    now.kind(),
                    now.number(),
                    now.signedOn(),
                    now.authority(),
                    decision.procedureId(),
                    EffectLine.of(now.effects(), names),
                    now.backdated(),
                    now.rescindedBy(),
                    now.rescindedOn(),
                    FourEyes.areOne(now.authors(), reader.hands()),
                    now.byName(),
                    now.from(),
                    now.reason(),
                    remarks);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EffectLine(
            UUID id,
            UUID personId,
            String personName,
            Effect.Act act,
            @Nullable UUID seatId,
            @Nullable UUID assignmentId,
            UUID unitId,
            String unitName,
            String title,
            ManagementScope managementScope,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate until,
            @Nullable Integer termMonths,
            boolean acting,
            boolean concurrent,
            Effect.@Nullable Direction direction,
            @Nullable LocalDate plannedReturn,
            @Nullable Boolean local) {

        static List<EffectLine> of(List<Effect> effects, Names names) {
            return effects.stream()
                    .map(effect -> new EffectLine(
                            effect.id(),
                            effect.personId(),
                            names.people().getOrDefault(effect.personId(), ""),
                            effect.act(),
                            effect.seatId(),
                            effect.assignmentId(),
                            effect.unitId(),
                            names.units().getOrDefault(effect.unitId(), ""),
                            effect.title(),
                            effect.scope(),
                            effect.effectiveFrom(),
                            effect.until(),
                            effect.termMonths(),
                            effect.acting(),
                            effect.concurrent(),
                            effect.direction(),
                            effect.plannedReturn(),
                            effect.local()))
                    .toList();
        }
    }

    record DecisionHistory(UUID id, List<BeliefLine> items) {

        static DecisionHistory of(Decision decision, Names names) {
            return new DecisionHistory(
                    decision.id(),
                    decision.beliefs().stream()
                            .map(belief -> BeliefLine.of(belief, names))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BeliefLine(
            DecisionState state,
            DecisionKind kind,
            @Nullable String number,
            @Nullable LocalDate signedOn,
            @Nullable ManagementScope authority,
            List<EffectLine> effects,
            boolean backdated,
            @Nullable String rescindedBy,
            @Nullable LocalDate rescindedOn,
            String by,
            @Nullable String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {

        static BeliefLine of(Decision.Belief belief, Names names) {
            return new BeliefLine(
                    belief.state(),
                    belief.kind(),
                    belief.number(),
                    belief.signedOn(),
                    belief.authority(),
                    EffectLine.of(belief.effects(), names),
                    belief.backdated(),
                    belief.rescindedBy(),
                    belief.rescindedOn(),
                    belief.byName(),
                    belief.reason(),
                    belief.from(),
                    belief.to(),
                    belief.endedBecause());
        }
    }

    static Stream<Effect> effects(Collection<Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.beliefs().stream())
                .flatMap(belief -> belief.effects().stream());
    }
}
