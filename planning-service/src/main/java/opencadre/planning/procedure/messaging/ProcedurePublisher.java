package opencadre.planning.procedure.messaging;

import java.time.Instant;
import opencadre.kit.events.Outbox;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct.Concluded;
import opencadre.planning.procedure.ProcedureEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class ProcedurePublisher implements ProcedureEvents {

    private static final String TOPIC = "planning.procedure.v1";

    private final Outbox outbox;
    private final JsonMapper json;

    ProcedurePublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void concluded(Procedure procedure, Instant recordedAt) {
        outbox.add(new Outbox.Message(
                TOPIC,
                procedure.id().toString(),
                procedure.revision(),
                "planning.procedure.concluded",
                json.writeValueAsString(state(procedure, recordedAt))));
    }

    static ProcedureRecord state(Procedure procedure, Instant recordedAt) {
        Concluded concluded = procedure.concluded().orElseThrow().act();
        return new ProcedureRecord(
                procedure.id(),
                procedure.revision(),
                recordedAt,
                "concluded",
                ProcedureRecord.Kind.APPOINT,
                procedure.opened().act().regime(),
                procedure.opened().act().seatId(),
                concluded.personId(),
                concluded.concludedOn(),
                concluded.regulation() + "@" + concluded.regulationFrom(),
                concluded.lawDay(),
                new ProcedureRecord.Proof(
                        "SHA-256",
                        procedure.entries().getLast().hash(),
                        procedure.entries().size()));
    }
}
