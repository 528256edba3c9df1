package opencadre.planning.plan.messaging;

import java.util.UUID;
import opencadre.kit.events.Outbox;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanEvents;
import opencadre.planning.plan.PlanOfPerson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PlanPublisher implements PlanEvents {

    private static final String TOPIC = "planning.plan-entry.v1";

    private final Outbox outbox;
    private final JsonMapper json;

    PlanPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(PlanOfPerson plan, String because) {
        outbox.add(new Outbox.Message(
                TOPIC,
                plan.personId().toString(),
                plan.revision(),
                "planning.plan-entry." + because,
                json.writeValueAsString(state(plan, because))));
    }

    @Override
    public void erased(UUID personId, long revision) {
        outbox.add(new Outbox.Message(TOPIC, personId.toString(), revision, "planning.plan-entry.erased", null));
    }

    static PlanRecord state(PlanOfPerson plan, String because) {
        return new PlanRecord(
                plan.personId(),
                plan.revision(),
                plan.recordedAt(),
                because,
                plan.beliefs().stream()
                        .filter(PlanEntry::isTold)
                        .map(PlanPublisher::version)
                        .toList());
    }

    private static PlanRecord.Version version(PlanEntry belief) {
        PlanEntry.Approval approval = java.util.Objects.requireNonNull(belief.approval());
        return new PlanRecord.Version(
                belief.id(),
                belief.seatId(),
                belief.term(),
                approval.on(),
                approval.decision(),
                belief.valid().from(),
                belief.valid().to(),
                belief.ended(),
                belief.latest().at(),
                belief.recordedTo());
    }
}
