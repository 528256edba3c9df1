package opencadre.personnel.term.messaging;

import java.util.UUID;
import opencadre.kit.events.Outbox;
import opencadre.kit.time.DatedFacts;
import opencadre.personnel.term.TermEvents;
import opencadre.personnel.term.TermOfOffice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class TermPublisher implements TermEvents {

    private static final String TOPIC = "personnel.term.v1";

    private final Outbox outbox;
    private final JsonMapper json;

    TermPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(DatedFacts.Kept<TermOfOffice> term) {
        TermState state = state(term);
        outbox.add(new Outbox.Message(
                TOPIC,
                state.termId().toString(),
                state.revision(),
                "personnel.term.changed",
                json.writeValueAsString(state)));
    }

    @Override
    public void erased(UUID termId, long revision) {
        outbox.add(new Outbox.Message(TOPIC, termId.toString(), revision, "personnel.term.erased", null));
    }

    static TermState state(DatedFacts.Kept<TermOfOffice> kept) {
        TermOfOffice term = kept.fact();
        return new TermState(
                term.id(),
                kept.revision(),
                kept.recordedAt(),
                term.unitId(),
                term.name(),
                term.valid().from(),
                term.valid().to(),
                term.instrument());
    }
}
