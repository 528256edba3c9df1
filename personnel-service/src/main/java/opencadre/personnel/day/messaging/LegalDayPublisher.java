package opencadre.personnel.day.messaging;

import java.time.Instant;
import opencadre.kit.events.Outbox;
import opencadre.kit.time.AdvancedDay;
import opencadre.personnel.day.DayEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class LegalDayPublisher implements DayEvents {

    /** There is one day for the whole house. */
    private static final String KEY = "legal-day";

    private final Outbox outbox;
    private final JsonMapper json;

    LegalDayPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void moved(AdvancedDay.Kept day, Instant recordedAt) {
        outbox.add(new Outbox.Message(
                "personnel.legal-day.v1",
                KEY,
                day.revision(),
                "personnel.legal-day.advanced",
                json.writeValueAsString(state(day, recordedAt))));
    }

    static LegalDayState state(AdvancedDay.Kept day, Instant recordedAt) {
        return new LegalDayState(day.day(), day.revision(), recordedAt);
    }
}
