package opencadre.personnel.reorganisation.messaging;

import java.util.Locale;
import opencadre.kit.events.Outbox;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.reorganisation.ReorganisationEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class ReorganisationPublisher implements ReorganisationEvents {

    private final Outbox outbox;
    private final JsonMapper json;

    ReorganisationPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(Reorganisation reorganisation) {
        outbox.add(new Outbox.Message(
                "personnel.reorganisation.v1",
                reorganisation.id().toString(),
                reorganisation.revision(),
                "personnel.reorganisation." + reorganisation.state().name().toLowerCase(Locale.ROOT),
                json.writeValueAsString(state(reorganisation))));
    }

    static ReorganisationRecord state(Reorganisation reorganisation) {
        Reorganisation.Content content = reorganisation.content();
        return new ReorganisationRecord(
                reorganisation.id(),
                reorganisation.revision(),
                reorganisation.recordedAt(),
                reorganisation.state(),
                content.name(),
                content.effectiveOn(),
                content.level(),
                content.concerned(),
                content.endedUnits());
    }
}
