package opencadre.personnel.decision.messaging;

import java.util.Objects;
import opencadre.kit.events.Outbox;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionEvents;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Effect;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class DecisionPublisher implements DecisionEvents {

    private final Outbox outbox;
    private final JsonMapper json;

    DecisionPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(Decision decision, String because) {
        outbox.add(new Outbox.Message(
                "personnel.decision.v1",
                decision.id().toString(),
                decision.revision(),
                "personnel.decision." + because,
                json.writeValueAsString(state(decision, because))));
    }

    /** What was only prepared stays inside, also as history. */
    static DecisionRecord state(Decision decision, String because) {
        return new DecisionRecord(
                decision.id(),
                decision.revision(),
                decision.recordedAt(),
                because,
                decision.procedureId(),
                decision.beliefs().stream()
                        .filter(belief ->
                                belief.state() == DecisionState.ISSUED || belief.state() == DecisionState.RESCINDED)
                        .map(DecisionPublisher::version)
                        .toList());
    }

    private static DecisionRecord.Version version(Decision.Belief belief) {
        return new DecisionRecord.Version(
                Objects.requireNonNull(belief.number()),
                Objects.requireNonNull(belief.signedOn()),
                belief.kind(),
                Objects.requireNonNull(belief.authority()),
                belief.state(),
                belief.effects().stream().map(DecisionPublisher::effect).toList(),
                belief.from(),
                belief.to());
    }

    private static DecisionRecord.EffectState effect(Effect effect) {
        return new DecisionRecord.EffectState(
                effect.personId(),
                effect.act(),
                effect.seatId(),
                effect.assignmentId(),
                Objects.requireNonNull(effect.effectiveFrom()),
                effect.termMonths(),
                effect.direction(),
                effect.act() == Effect.Act.SUSPEND ? effect.until() : null,
                effect.plannedReturn(),
                effect.local());
    }
}
