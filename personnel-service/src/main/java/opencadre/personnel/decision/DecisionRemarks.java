package opencadre.personnel.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.rule.DecisionRules;
import opencadre.personnel.decision.rule.StayRules;
import org.springframework.stereotype.Component;

/** What whoever prepares or signs a paper is to know of it, and that keeps nobody from signing. */
@Component
public class DecisionRemarks {

    private final Decisions decisions;
    private final Regulations regulations;

    DecisionRemarks(Decisions decisions, Regulations regulations) {
        this.decisions = decisions;
        this.regulations = regulations;
    }

    /**
     * Of what is believed of the decision now, by the law of the days on which it takes effect; nothing of one that was
     * dropped or rescinded.
     */
    public List<Finding> of(Decision decision, LocalDate today) {
        Decision.Belief now = decision.now();
        if (now.state() != DecisionState.DRAFT && now.state() != DecisionState.ISSUED) {
            return List.of();
        }
        Map<UUID, LocalDate> rotations = decisions.rotatedOn(now.effects().stream()
                .filter(effect -> effect.act() == Act.END)
                .flatMap(effect -> Stream.ofNullable(effect.assignmentId()))
                .toList());
        List<Finding> remarks = new ArrayList<>();
        for (int i = 0; i < now.effects().size(); i++) {
            of(now.kind(), now.effects().get(i), "effects[" + i + "].", rotations, today)
                    .ifPresent(remarks::add);
        }
        return remarks;
    }

    private Optional<Finding> of(
            DecisionKind kind, Effect effect, String prefix, Map<UUID, LocalDate> rotations, LocalDate today) {
        LocalDate day = effect.effectiveFrom() == null ? today : effect.effectiveFrom();
        LocalDate back = effect.plannedReturn();
        LocalDate rotated = effect.assignmentId() == null ? null : rotations.get(effect.assignmentId());
        if (effect.act() == Act.END && rotated != null) {
            return said(StayRules.LEAST_STAY, day, prefix, months -> StayRules.ofLeaving(rotated, day, months));
        }
        if (effect.act() != Act.START || back == null) {
            return Optional.empty();
        }
        return switch (kind) {
            case ROTATE -> said(StayRules.LEAST_STAY, day, prefix, months -> StayRules.ofRotation(day, back, months));
            case SECOND ->
                said(StayRules.LONGEST_SECONDMENT, day, prefix, months -> StayRules.ofSecondment(day, back, months));
            default -> Optional.empty();
        };
    }

    private Optional<Finding> said(
            String key, LocalDate lawDay, String prefix, IntFunction<Optional<DecisionRules.Breach>> judged) {
        return regulations
                .parameter(key, lawDay)
                .flatMap(law -> judged.apply(law.number())
                        .map(breach -> new Finding(
                                prefix + breach.field(),
                                breach.code(),
                                Messages.of(breach.code(), law.number()),
                                law.basis().citation())));
    }
}
