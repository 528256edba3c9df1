package opencadre.personnel.person.messaging;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import opencadre.kit.events.Outbox;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
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

    @Override
    public void erased(UUID personId, long revision) {
        outbox.add(new Outbox.Message(TOPIC, personId.toString(), revision, "personnel.person.erased", null));
    }

    static PersonState state(PersonFile file, String because) {
        return new PersonState(
                file.id(),
                file.revision(),
                file.recordedAt(),
                because,
                file.fileNumber(),
                file.mergedInto(),
                file.identities().stream().map(PersonPublisher::version).toList(),
                file.assignments().stream().map(PersonPublisher::version).toList(),
                state(file.custody().getFirst()),
                file.custody().stream().skip(1).map(PersonPublisher::state).toList(),
                versions(file, Conduct.Rating.class, PersonPublisher::version),
                versions(file, Conduct.Discipline.class, PersonPublisher::version),
                versions(file, Conduct.HealthCertificate.class, PersonPublisher::version),
                versions(file, Conduct.Suspension.class, PersonPublisher::version));
    }

    private static <C extends Conduct.Content, V> List<V> versions(
            PersonFile file, Class<C> kind, BiFunction<Conduct, C, V> version) {
        return file.conduct().stream()
                .filter(conduct -> kind.isInstance(conduct.content()))
                .map(conduct -> version.apply(conduct, kind.cast(conduct.content())))
                .toList();
    }

    private static PersonState.RatingVersion version(Conduct conduct, Conduct.Rating rating) {
        return new PersonState.RatingVersion(
                conduct.id(),
                rating.year(),
                rating.grade(),
                rating.document(),
                conduct.recorded().from(),
                conduct.recorded().to());
    }

    private static PersonState.DisciplineVersion version(Conduct conduct, Conduct.Discipline discipline) {
        return new PersonState.DisciplineVersion(
                conduct.id(),
                discipline.form(),
                discipline.decidedOn(),
                discipline.revokedOn(),
                discipline.document(),
                conduct.recorded().from(),
                conduct.recorded().to());
    }

    private static PersonState.HealthCertificateVersion version(
            Conduct conduct, Conduct.HealthCertificate certificate) {
        return new PersonState.HealthCertificateVersion(
                conduct.id(),
                certificate.issuedOn(),
                certificate.document(),
                conduct.recorded().from(),
                conduct.recorded().to());
    }

    private static PersonState.SuspensionVersion version(Conduct conduct, Conduct.Suspension suspension) {
        return new PersonState.SuspensionVersion(
                conduct.id(),
                suspension.from(),
                suspension.until(),
                suspension.document(),
                conduct.recorded().from(),
                conduct.recorded().to());
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
                assignment.seatId(),
                // Of a post in no seat it is only told where it is so.
                (assignment.seatId() != null || assignment.acting()) ? assignment.acting() : null,
                assignment.termMonths(),
                assignment.valid().from(),
                assignment.valid().to(),
                assignment.recorded().from(),
                assignment.recorded().to());
    }
}
