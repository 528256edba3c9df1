package opencadre.personnel.seat.messaging;

import java.time.Instant;
import opencadre.kit.events.Outbox;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatEvents;
import opencadre.personnel.seat.Title;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class SeatPublisher implements SeatEvents {

    private final Outbox outbox;
    private final JsonMapper json;

    SeatPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(Seat seat, long revision, Instant recordedAt, String because) {
        outbox.add(new Outbox.Message(
                "personnel.seat.v1",
                seat.id().toString(),
                revision,
                "personnel.seat." + because,
                json.writeValueAsString(state(seat, revision, recordedAt, because))));
    }

    @Override
    public void erased(java.util.UUID seatId, long revision) {
        outbox.add(new Outbox.Message("personnel.seat.v1", seatId.toString(), revision, "personnel.seat.erased", null));
    }

    static SeatState state(Seat seat, long revision, Instant recordedAt, String because) {
        Title title = seat.title();
        return new SeatState(
                seat.id(),
                revision,
                recordedAt,
                because,
                seat.unitId(),
                seat.tree(),
                new SeatState.TitleState(
                        title.code(),
                        title.name(),
                        title.rank(),
                        title.leadership(),
                        title.equalTitles(),
                        title.theoryAsked(),
                        title.standardBasis()),
                seat.kind(),
                seat.regime(),
                seat.scope(),
                seat.holders(),
                seat.termMonths(),
                seat.valid().from(),
                seat.valid().to(),
                seat.instrument());
    }
}
