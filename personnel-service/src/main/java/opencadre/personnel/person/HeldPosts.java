package opencadre.personnel.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.personnel.person.NewPerson.NewAssignment;
import org.jspecify.annotations.Nullable;

/**
 * The posts of people who are held. Each step says what is against it; where anything is, the transaction has to be
 * given up. All of it is believed from one instant. {@link #finish} raises the revision of each person and tells
 * others.
 */
public final class HeldPosts {

    private final Actor actor;
    private final Instant at;
    private final Map<UUID, PersonChanges.Held> held;
    private final People people;
    private final PersonChanges changes;
    private final PostChanges posts;

    HeldPosts(
            Actor actor,
            Instant at,
            Map<UUID, PersonChanges.Held> held,
            People people,
            PersonChanges changes,
            PostChanges posts) {
        this.actor = actor;
        this.at = at;
        this.held = held;
        this.people = people;
        this.changes = changes;
        this.posts = posts;
    }

    /** When what is recorded now is believed from, of the people and of the paper alike. */
    public Instant at() {
        return at;
    }

    /** The posts of a person that are believed now. */
    public List<Assignment> believed(UUID personId) {
        return people.file(personId).orElseThrow().believedAssignments();
    }

    public Optional<Assignment> believed(UUID personId, UUID assignmentId) {
        return people.believed(personId, assignmentId);
    }

    public List<Finding> start(
            UUID personId, UUID assignmentId, NewAssignment post, String reason, @Nullable UUID decisionId) {
        return posts.start(actor, of(personId), assignmentId, post, reason, decisionId);
    }

    /** A post that was on record becomes that of a decision, with what its paper says of it. */
    public List<Finding> adopt(UUID personId, UUID assignmentId, NewAssignment post, String reason, UUID decisionId) {
        return posts.adopt(actor, of(personId), assignmentId, post, reason, decisionId);
    }

    /** A post no longer stems from a decision: it stands as it did before one took it on, or is gone. */
    public List<Finding> release(UUID personId, UUID assignmentId, String reason) {
        return posts.release(actor, of(personId), assignmentId, reason);
    }

    /** Another end of a post, or none. */
    public List<Finding> end(UUID personId, UUID assignmentId, @Nullable LocalDate to, String reason) {
        return posts.end(actor, of(personId), assignmentId, to, reason);
    }

    public List<Finding> takeAway(UUID personId, UUID assignmentId, String reason) {
        return posts.takeAway(actor, of(personId), assignmentId, reason);
    }

    /** What is against naming the person for a seat from a day on; nothing of the record changes. */
    public List<Finding> nominate(UUID personId, UUID seatId, LocalDate day) {
        return posts.nominate(actor, of(personId), seatId, day);
    }

    /** Records under a given id that the person does not exercise a post for some time. */
    public List<Finding> suspend(UUID personId, UUID factId, Conduct.Suspension suspension, String reason) {
        PersonFile file = people.file(personId).orElseThrow();
        List<Finding> findings = ConductRegister.findings(actor, file, factId, suspension);
        if (findings.isEmpty()) {
            people.record(personId, new Conduct(factId, suspension, Recorded.now(at, reason, actor.account())));
        }
        return findings;
    }

    /** A suspension was never so; what it said, or nothing where it is on record no more. */
    public Optional<Conduct.Suspension> takeSuspensionAway(UUID personId, UUID factId, String reason) {
        Optional<Conduct.Suspension> standing =
                people.believedConduct(personId, factId).map(fact -> (Conduct.Suspension) fact.content());
        standing.ifPresent(suspension -> people.endConduct(factId, at, reason));
        return standing;
    }

    /** Concludes the change of every person. */
    public void finish(String because) {
        held.keySet().forEach(person -> changes.finish(actor, of(person), because));
    }

    private PersonChanges.Held of(UUID personId) {
        return Objects.requireNonNull(held.get(personId)).at(at);
    }
}
