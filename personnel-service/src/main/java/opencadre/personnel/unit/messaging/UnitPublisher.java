package opencadre.personnel.unit.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Units.Node;
import opencadre.kit.events.Outbox;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.UnitEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class UnitPublisher implements UnitEvents {

    private final Outbox outbox;
    private final JsonMapper json;

    UnitPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(
            List<Unit> versions,
            List<Succession> predecessors,
            @Nullable Node position,
            long revision,
            Instant recordedAt) {
        UnitState state = state(versions, predecessors, position, revision, recordedAt);
        outbox.add(new Outbox.Message(
                "personnel.unit.v1",
                state.unitId().toString(),
                revision,
                predecessors.isEmpty() ? "personnel.unit.established" : "personnel.unit.succeeded",
                json.writeValueAsString(state)));
    }

    @Override
    public void erased(UUID unitId, long revision) {
        outbox.add(new Outbox.Message("personnel.unit.v1", unitId.toString(), revision, "personnel.unit.erased", null));
    }

    static UnitState state(
            List<Unit> versions,
            List<Succession> predecessors,
            @Nullable Node position,
            long revision,
            Instant recordedAt) {
        Unit unit = versions.getLast();
        return new UnitState(
                unit.id(),
                revision,
                recordedAt,
                unit.tree(),
                unit.agencyCode(),
                position == null ? null : new UnitState.Position(position.parentId(), position.lo(), position.hi()),
                versions.stream()
                        .map(version -> new UnitState.Version(
                                version.name(),
                                version.type(),
                                version.code(),
                                version.parentId(),
                                version.valid().from(),
                                version.valid().to(),
                                version.instrument()))
                        .toList(),
                predecessors.stream()
                        .map(each -> new UnitState.Predecessor(
                                each.predecessor(), each.kind(), each.effectiveOn(), each.instrument()))
                        .toList());
    }
}
