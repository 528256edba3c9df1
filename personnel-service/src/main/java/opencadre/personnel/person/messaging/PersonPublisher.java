package opencadre.personnel.person.messaging;

import opencadre.kit.events.Outbox;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Custody;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.PersonEvents;
import opencadre.personnel.person.PersonFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PersonPublisher implements PersonEvents {

    private static final String TOPIC = "personnel.person.v1";

    private final Outbox outbox;
    private final JsonMapper json;

    PersonPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(PersonFile file, String because) {
        outbox.add(new Outbox.Message(
                TOPIC,
                file.id().toString(),
                file.revision(),
                "personnel.person." + because,
                json.writeValueAsString(state(file, because))));
    }

    static PersonState state(PersonFile file, String because) {
        return new PersonState(
                file.id(),
                file.revision(),
                file.recordedAt(),
                because,
                file.identities().stream().map(PersonPublisher::version).toList(),
                file.assignments().stream().map(PersonPublisher::version).toList(),
                state(file.custody().getFirst()),
                file.custody().stream().skip(1).map(PersonPublisher::state).toList());
    }

    private static PersonState.CustodyState state(Custody custody) {
        return new PersonState.CustodyState(custody.unitId(), custody.scope(), custody.from());
    }

    private static PersonState.IdentityVersion version(Identity identity) {
        return new PersonState.IdentityVersion(
                identity.fullName(),
                identity.sex(),
                identity.birth(),
                identity.valid().from(),
                identity.valid().to(),
                identity.recorded().from(),
                identity.recorded().to());
    }

    private static PersonState.AssignmentVersion version(Assignment assignment) {
        return new PersonState.AssignmentVersion(
                assignment.id(),
                assignment.unitId(),
                assignment.tree(),
                assignment.title(),
                assignment.scope(),
                assignment.concurrent(),
                assignment.valid().from(),
                assignment.valid().to(),
                assignment.recorded().from(),
                assignment.recorded().to());
    }
}
